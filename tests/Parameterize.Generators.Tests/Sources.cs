namespace Parameterize.Generators.Tests;

/// <summary>Annotated classes that several tests generate from.</summary>
internal static class Sources
{
    /// <summary>Word for word what a new user is shown.</summary>
    public const string Mlp = Subjects.Usings + """

        [Parameterize(Richness = Richness.MaximalUpdate, BaseWidth = 64)]
        public sealed partial class Mlp : Module<Tensor, Tensor>
        {
            [Input]  private readonly Linear _embed;
            [Hidden] private readonly Linear _mix;
            [Output] private readonly Linear _readout;

            public Mlp([Width] long width) : base(nameof(Mlp))
            {
                _embed = Linear(32, width);
                _mix = Linear(width, width);
                _readout = Linear(width, 10);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) =>
                Readout(functional.gelu(Mix(functional.gelu(Embed(x)))));
        }
        """;

    /// <summary>The same network under a name and options of choice.</summary>
    /// <param name="name">The class.</param>
    /// <param name="options">The arguments of [Parameterize].</param>
    /// <param name="parameters">What the constructor takes beside the width, as written in source.</param>
    /// <param name="arguments">What InitializeParameters is handed.</param>
    public static string MlpCalled(string name, string options, string parameters = "", string arguments = "") => $$"""

        [Parameterize({{options}})]
        public sealed partial class {{name}} : Module<Tensor, Tensor>
        {
            [Input] private readonly Linear _embed;
            [Hidden] private readonly Linear _mix;
            [Output] private readonly Linear _readout;

            public {{name}}([Width] long width{{parameters}}) : base(nameof({{name}}))
            {
                _embed = Linear(3, width);
                _mix = Linear(width, width);
                _readout = Linear(width, 2);
                InitializeParameters({{arguments}});
            }

            public override Tensor forward(Tensor x) => Readout(Mix(Embed(x)));
        }
        """;

    /// <summary>A body and nothing else: for classes whose members are what is tested.</summary>
    public static string Class(string header, string body, string baseCall = "\"model\"") => $$"""
        {{Subjects.Usings}}
        {{header}} : Module<Tensor, Tensor>
        {
        {{body.Replace("BASE", $"base({baseCall})", StringComparison.Ordinal)}}

            public override Tensor forward(Tensor x) => x;
        }
        """;
}
