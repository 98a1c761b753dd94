using System.Text.RegularExpressions;

namespace Parameterize.Generators.Tests;

/// <summary>Kinds and ratios are read off the constructor, however it is written.</summary>
public partial class InferenceTests
{
    private const string Options = """
        public sealed class Config
        {
            [Width] public long Width { get; init; } = 64;
            public int Heads { get; init; } = 4;
            public long Inner => 4 * Width;
            public long PerHead { get { var heads = Heads; return Width / heads; } }
        }

        public sealed record Shape([Width] long Width, int Layers);

        public static class Make
        {
            public const long Ratio = 4;
            public static Linear Square(long size) => Linear(size, size);
            public static Linear Wide(long width, long ratio = 4) { var inner = ratio * width; return Linear(width, inner); }
            public static (long Inner, long Outer) Sizes(long width) => (4 * width, 8);
            public static long Twice(this long number) => 2 * number;
            public static void Split(long width, out long half) { half = width / 2; }
        }

        public sealed class Sizes
        {
            public Sizes(long width) { Model = width; Inner = 4 * Model; }
            public long Model { get; }
            public long Inner { get; init; }
            public long Vocabulary { get; init; } = 32;
        }

        """;

    // The parameters, what the constructor does, and how _x should scale: kind, m, q.
    public static TheoryData<string, string, string> Written => new()
    {
        { "[Width] long width", "_x = Linear(32, width);", "Input, 1, n" },
        { "[Width] long width", "_x = Make.Square(width);", "Hidden, n, n" },
        { "[Width] long width", "_x = Make.Wide(ratio: 2, width: width);", "Hidden, n, n" },
        { "[Width] long width", "_x = Make.Wide(32);", "Finite, 1, 1" },
        { "[Width] long width", "var (inner, outer) = Make.Sizes(width); _x = Linear(inner, outer);", "Output, n, 1" },
        { "[Width] long width", "var sizes = (Inner: 4 * width, 8L); _x = Linear(sizes.Item2, sizes.Inner);", "Input, 1, n" },
        { "[Width] long width", "long a = 0, b = 0; (a, b) = (width, 10); _x = Linear(a, b);", "Output, n, 1" },
        { "[Width] long width", "Make.Split(width, out var half); _x = Linear(half, half);", "Hidden, n, n" },
        { "[Width] long width", "_x = Linear(width.Twice(), Make.Ratio);", "Output, n, 1" },
        { "[Width] long width", "long Inner(long k) => k * width; _x = Linear(8, Inner(3));", "Input, 1, n" },
        { "[Width] long width", "System.Func<long, Linear> make = size => Linear(width, size); _x = make(10);", "Output, n, 1" },
        { "[Width] long width", "var s = new Sizes(width) { Vocabulary = 100 }; _x = Linear(s.Vocabulary, s.Inner);", "Input, 1, n" },
        { "[Width] long width", "var s = new { Model = width, Out = 10 }; _x = Linear(s.Model, s.Out);", "Output, n, 1" },
        { "[Width] long width", "var s = new Shape(width, 3); _x = Linear(s.Width, s.Layers);", "Output, n, 1" },
        { "[Width] long width", "var s = new Shape(width, 3) with { Width = 10 }; _x = Linear(width, s.Width);", "Output, n, 1" },
        { "[Width] long width, bool wide = false", "_x = wide ? Linear(width, 2 * width) : Linear(width, width);", "Hidden, n, n" },
        {
            "[Width] long width, bool wide = false", "var inner = width; if (wide) { inner = 2 * width; } _x = Linear(8, inner);",
            "Input, 1, n"
        },
        {
            "[Width] long width, int k = 2",
            "_x = Linear(8, k switch { 1 => width, 2 => 2 * width, _ => throw new System.ArgumentException() });", "Input, 1, n"
        },
        { "[Width] int width", "var w = checked((long)width); _x = Linear(8, (w * 3) / 2);", "Input, 1, n" },
        { "Config config", "_x = Linear(config.Width, config.Inner);", "Hidden, n, n" },
        { "Config config", "_x = Linear(config.PerHead * config.Heads, 10);", "Output, n, 1" },
        { "Shape shape", "var (width, layers) = (shape.Width, shape.Layers); _x = Linear(layers, width);", "Input, 1, n" },
        { "[Width] long width, [Width(Base = 16)] long inner", "_x = Make.Wide(width * inner / width);", "Hidden, nInner, nInner" },
        {
            "[Width] long width, [Width(Base = 256)] long inner", "var (a, b) = (width, inner); _x = Linear(a, b);",
            "Hidden, nWidth, nInner"
        },
        {
            "[Width] long width, [Width(Base = 16)] long head", "var heads = width / head; _x = Linear(width, heads * head);",
            "Hidden, nWidth, nWidth"
        },
    };

    public static TheoryData<string, string> Lists => new()
    {
        { "_x = new ModuleList<Linear>(Linear(width, width), Linear(width, width));", "Hidden, n, n" },
        {
            "var all = new Linear[3]; for (int i = 0; i < 3; i++) { all[i] = Linear(width, width); } _x = new ModuleList<Linear>(all);",
            "Hidden, n, n"
        },
        { "_x = new ModuleList<Linear>(); foreach (var k in new[] { 1, 2 }) { _x.Add(Linear(8, k * width)); }", "Input, 1, n" },
        { "_x = new ModuleList<Linear>(Enumerable.Range(0, 3).Select(_ => Make.Square(width)).ToArray());", "Hidden, n, n" },
        { "_x = new ModuleList<Linear>(new[] { 1, 2 }.Select(k => Linear(k * width, 10)).ToArray());", "Output, n, 1" },
        {
            "var all = new List<Linear>(); for (int i = 0; i < 3; i++) { all.Add(Linear(width, width)); } _x = new "
                + "ModuleList<Linear>(all.ToArray());",
            "Hidden, n, n"
        },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_single_layer(string parameters, string build, string expected) => AssertScales("Linear", parameters, build, expected);

    public static TheoryData<string, string, string> Parameters => new()
    {
        { "[Hidden(FanIn = 0, FanOut = 1)]", "_x = new Parameter(randn(width, 4 * inner));", "Hidden, nWidth, nInner" },
        { "[Output(FanIn = 1)]", "_x = new Parameter(randn(new long[] { 10, inner }) / 8);", "Output, nInner, 1" },
        { "[Input(FanOut = 0)]", "_x = new Parameter(ones(inner).mul(2));", "Input, 1, nInner" },
        {
            "[Input(FanIn = 1, FanOut = 0)]", "var size = new[] { width, 8 }; var t = zeros(size); _x = new Parameter(t);",
            "Input, 1, nWidth"
        },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_parameter_with_its_axes(string attribute, string build, string expected) =>
        AssertScales("Parameter", "[Width] long width, [Width(Base = 16)] long inner", build, expected, attribute);

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_of_layers(string build, string expected) =>
        AssertScales("ModuleList<Linear>", "[Width] long width", build, expected);

    /// <summary>Kind, m, q of every weight, and whether depth scales it.</summary>
    [Fact]
    public void Three_widths_and_a_depth_without_an_attribute_on_any_member()
    {
        var text = GeneratorHarness.Run(Subjects.Generator, ArchitectureSources.FourAxes).Sources["Net.g.cs"].First();
        string[] expected =
        [
            "_embed.weight: Input, 1, nModel",
            "_norm.weight: Vector, 1, nModel",
            "_expand.*.weight: Hidden, nModel, nInner, in a branch",
            "_contract.*.weight: Hidden, nInner, nModel, in a branch",
            "_compress.weight: Hidden, nModel, nLatent",
            "_latent.weight: Hidden, nLatent, nLatent",
            "_latentNorm.weight: Vector, 1, nLatent",
            "_readout.weight: Output, nLatent, 1",
            "_head.weight: Finite, 1, 1",
        ];
        Assert.Equal(expected, Rows().Matches(text).Select(row =>
            $"{row.Groups["name"].Value}: {row.Groups["kind"].Value}, {Or1(row.Groups["in"].Value)}, "
                + $"{Or1(row.Groups["out"].Value)}{(row.Groups["branch"].Success ? ", in a branch" : "")}"));
    }

    private static string Or1(string ratio) => ratio.Length == 0 ? "1" : ratio;

    private static void AssertScales(string type, string parameters, string build, string expected, string attribute = "")
    {
        var outcome = GeneratorHarness.Run(Subjects.Generator, Source(attribute + " private readonly " + type, parameters, build));
        var text = outcome.Sources.Where(file => file.Key == "Net.g.cs").SelectMany(file => file).FirstOrDefault("no part was generated");
        var row = Row().Match(text);
        Assert.True(row.Success, text);
        Assert.Equal(expected, $"{row.Groups["kind"].Value}, {Or1(row.Groups["in"].Value)}, {Or1(row.Groups["out"].Value)}");
    }

    private static string Source(string type, string parameters, string build) => $$"""
        using System.Collections.Generic;
        using System.Linq;
        {{Subjects.Usings}}
        [Parameterize(BaseWidth = 64)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            {{type}} _x;

            public Net({{parameters}}) : base("Net")
            {
                {{build}}
            }

            public override Tensor forward(Tensor x) => x;
        }

        {{Options}}
        """;

    [GeneratedRegex(
        """With\("_x(\.\*)?(\.weight)?", global::Parameterize\.ParameterKind\.(?<kind>\w+)(, fanIn: "(?<in>\w+)")?(, fanOut: "(?<out>\w+)")?""", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(
        """With\("(?<name>[\w.*]+\.weight)", global::Parameterize\.ParameterKind\.(?<kind>\w+)(, fanIn: "(?<in>\w+)")?(, fanOut: "(?<out>\w+)")?(, drawFanIn: "\w+")?(?<branch>, inBranch: true)?""", RegexOptions.CultureInvariant)]
    private static partial Regex Rows();
}
