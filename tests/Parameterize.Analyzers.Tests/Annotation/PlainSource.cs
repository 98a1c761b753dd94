namespace Parameterize.Analyzers.Tests.Annotation;

/// <summary>What stands before "Parameterize this model", in the tests of it.</summary>
internal static class PlainSource
{
    public const string Usings = """
        using System;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;


        """;

    /// <summary>A class of one layer.</summary>
    public static string Net(string build, string forward) => $$"""
        public class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc;

            public Net(long width) : base("Net")
            {
                {{build}}
            }

            public override Tensor forward(Tensor x) => {{forward}};
        }
        """.Replace("public class Net", "public class $$Net", StringComparison.Ordinal);
}
