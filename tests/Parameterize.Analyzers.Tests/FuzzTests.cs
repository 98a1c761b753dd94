using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace Parameterize.Analyzers.Tests;

/// <summary>
/// Code is broken while it is written. Over mutated sources nothing throws, and where the analyzers find no error in a class that
/// compiled before, its generated part compiles.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int PerSeries = 125;

    private static readonly string[] Seeds =
    [
        Source.Initialized(forward: "Mix(x)"),
        Source.Model(
            members: "[Input] private readonly Embedding _table;\nprivate readonly List<Linear> _layers = new();\n[Output(ZeroInit = true)] public Linear Head { get; }",
            build: "_table = Embedding(100, width);\nfor (int i = 0; i < 2; i++)\n    _layers.Add(Linear(width, 4 * width));\nHead = Linear(4 * width, 10);\nInitializeParameters(r, g);",
            attribute: "Parameterize(BaseWidth = 32, Gauge = Gauge.LearningRate)",
            constructor: "Mlp([Width] int width, [Richness] double r, [Gamma] double g)",
            forward: "HeadForward(Layers(1, Layers(0, Table(x))))"),
        Source.Initialized(
            members: "private readonly LayerNorm _norm;\n[Unscaled] private readonly Linear _last;\n[Input(InitStd = 0.02)] private readonly Parameter _scale;",
            build: "var inner = width / 2;\n_norm = LayerNorm(inner);\n_last = Linear(8, 8);\n_scale = new Parameter(ones(inner));",
            attribute: "assembly: ParameterizeDefaults(Gamma = 2)]\n[Parameterize(Richness = 0.25)",
            constructor: "Mlp([Width(Base = 16)] long width)",
            more: "public static class Use\n{\n    public static void Run(Mlp m) { using var o = optim.AdamW(m.parameters()); }\n}"),
        Source.Initialized(header: "sealed partial class Mlp<T>", forward: "_mix.call(x)"),
        Source.Initialized(
            members: "private readonly Embedding _words;\nprivate readonly ModuleList<Block> _blocks = new();\n[Output(TiedTo = nameof(_words))] private readonly Linear _readout;\n[Hidden(FanIn = 0, FanOut = 1)] private readonly Parameter _own;",
            build: "var (wide, heads) = Sizes(shape);\n_words = Embedding(9, wide);\nforeach (var k in new[] { 1, 2 })\n    _blocks.append(new Block(shape.Width, 16, shape.Depth));\n_readout = Linear(wide, 9, false);\n_own = new Parameter(randn(wide, wide * heads));",
            constructor: "Mlp(Shape shape)",
            more: """
                public sealed record Shape([Width] long Width, int Depth);

                [Parameterize(BaseWidth = 64)]
                public sealed partial class Block : Module<Tensor, Tensor>
                {
                    private readonly MultiheadAttention _attention;
                    private readonly Linear _key;

                    public Block([Width] long width, [HeadWidth(Base = 16)] long head, [Depth(Base = 2)] long depth) : base("Block")
                    {
                        System.Func<long, Linear> make = size => Linear(size, size);
                        _attention = MultiheadAttention(width, width / 16);
                        _key = make(width);
                        InitializeParameters(head, depth);
                    }

                    public override Tensor forward(Tensor x) => x + Key(x) * ResidualScale * AttentionScale;
                }
                """)
            .Replace("public override Tensor forward(Tensor x) => x;", "private static (long Wide, int Heads) Sizes(Shape shape) => (shape.Width, 4);\n\n    public override Tensor forward(Tensor x) => Readout(Words(x));", StringComparison.Ordinal),
        Source.Initialized(
            members: "private readonly Sequential _net;\nprivate readonly Linear _readout;",
            build: "var inner = Sequential(Linear(width, 2 * width), GELU());\ninner.append(Linear(2 * width, width));\n_net = Sequential((\"embed\", Linear(8, width)), (\"norm\", LayerNorm(width)), (\"inner\", inner));\n_readout = Linear(width, 10);",
            forward: "Readout(_net.call(x))"),
    ];

    public static TheoryData<int> Series => Environment.GetEnvironmentVariable("PARAMETERIZE_SEED") is { Length: > 0 } given
        ? [int.Parse(given, CultureInfo.InvariantCulture)]
        : [20240419, 719, 2011];

    /// <summary>Another series than these comes from PARAMETERIZE_SEED.</summary>
    [Theory]
    [MemberData(nameof(Series))]
    public async Task Broken_code_breaks_nothing(int seed)
    {
        output.WriteLine($"seed {seed.ToString(CultureInfo.InvariantCulture)}");
        var empty = Subject.Setup.Compile([""]);
        var outcomes = new List<Outcome>();
        foreach (var mutant in new SourceFuzzer(Seeds).FuzzedSources(seed, PerSeries))
        {
            try
            {
                outcomes.Add(await Check(empty, mutant.Text));
            }
            catch (Exception exception)
            {
                throw new FuzzException($"{mutant}\n\n{mutant.Text}\n\n{exception.Message}", exception);
            }
        }

        output.WriteLine(string.Join(", ", outcomes.CountBy(outcome => outcome)));
        Assert.True(outcomes.Exists(outcome => outcome == Outcome.Compiled), "No mutant compiled: the check has become void.");
    }

    private static async Task<Outcome> Check(CSharpCompilation empty, string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, Subject.Setup.ParseOptions, "Source0.cs");
        var outcome = GeneratorHarness.Run(Subject.Generator, empty.ReplaceSyntaxTree(empty.SyntaxTrees[0], tree));
        if (CompilerThrows(outcome))
        {
            return Outcome.Uncompilable;
        }

        var reported = await Reported.By(outcome.Output);
        if (Parts.Of(outcome).Length == 0)
        {
            return Outcome.Refused;
        }

        if (reported.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) || HasOwnErrors(outcome))
        {
            return Outcome.Broken;
        }

        var problems = outcome.Output.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Location.SourceTree is { } place && place != tree)
            .ToArray();
        Assert.Empty(problems);
        return Outcome.Compiled;
    }

    /// <summary>Roslyn's own exceptions, as on a class that is called <c>__arglist</c>, are its own: no analyzer is asked there.</summary>
    private static bool CompilerThrows(GeneratorOutcome outcome)
    {
        try
        {
            outcome.Input.GetDiagnostics();
            return false;
        }
        catch (Exception exception) when (exception is NullReferenceException or InvalidOperationException)
        {
            return true;
        }
    }

    /// <summary>Whether the source has errors that are not for lack of generated members.</summary>
    private static bool HasOwnErrors(GeneratorOutcome outcome) => outcome.Input.GetDiagnostics()
        .Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id is not ("CS0103" or "CS1061"));

    private enum Outcome
    {
        /// <summary>The compiler itself throws.</summary>
        Uncompilable,

        /// <summary>No part was generated.</summary>
        Refused,

        /// <summary>A part was generated beside errors that the source had before, or that an analyzer reports.</summary>
        Broken,

        /// <summary>All is well: the generated part is checked.</summary>
        Compiled,
    }
}
