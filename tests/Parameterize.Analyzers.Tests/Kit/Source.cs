using System.Text.RegularExpressions;

namespace Parameterize.Analyzers.Tests.Kit;

/// <summary>The source of a model, of which a test writes only what it is about.</summary>
internal static partial class Source
{
    public const string Usings = """
        using System.Collections.Generic;
        using Parameterize;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;


        """;

    public static string Model(
        string members = "private readonly Linear _mix;",
        string build = "_mix = Linear(width, width);",
        string attribute = "Parameterize(BaseWidth = 64)",
        string header = "sealed partial class Mlp",
        string constructor = "Mlp([Width] long width)",
        string forward = "x",
        string more = "") =>
            Usings + Class(members, build, attribute, header, constructor, forward) + (more.Length == 0 ? "" : "\n" + more + "\n");

    /// <summary>The same with InitializeParameters as the constructor's last statement.</summary>
    public static string Initialized(
        string members = "private readonly Linear _mix;",
        string build = "_mix = Linear(width, width);",
        string attribute = "Parameterize(BaseWidth = 64)",
        string header = "sealed partial class Mlp",
        string constructor = "Mlp([Width] long width)",
        string forward = "x",
        string more = "") => Model(members, build + "\nInitializeParameters();", attribute, header, constructor, forward, more);

    /// <summary>Without the marks of expected diagnostics.</summary>
    public static string Plain(string markup) => Mark().Replace(markup, "").Replace("|}", "", StringComparison.Ordinal);

    private static string Class(string members, string build, string attribute, string header, string constructor, string forward) => $$"""
        [{{attribute}}]
        public {{header}} : Module<Tensor, Tensor>
        {
            {{Indent(members, 4)}}

            public {{constructor}} : base("Mlp")
            {
                {{Indent(build, 8)}}
            }

            public override Tensor forward(Tensor x) => {{forward}};
        }

        """;

    private static string Indent(string lines, int by) => lines.Replace("\n", "\n" + new string(' ', by), StringComparison.Ordinal);

    [GeneratedRegex(@"\{\|[A-Z]+[0-9]+:", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
