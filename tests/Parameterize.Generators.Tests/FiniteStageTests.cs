using System.Text.RegularExpressions;

namespace Parameterize.Generators.Tests;

/// <summary>Which layers read from an inner stage of fixed size is read off the forward pass, however it is written.</summary>
public partial class FiniteStageTests
{
    private const string Then =
        "private static Tensor Then(Tensor x, System.Func<Tensor, Tensor> next) => next(x);\n"
            + "private static Tensor Twice(System.Func<Tensor, Tensor> next, Tensor x) => next(next(x));\n"
            + "private static Tensor Apply(Module<Tensor, Tensor> layer, Tensor x) => layer.call(x);";

    // The forward method's body and what else the class has, and the layers that are behind _latent.
    public static TheoryData<string, string, string> Written => new()
    {
        { "=> Out(Mix(Embed(x)));", "", "" },
        { "=> Out(Expand(Latent(Embed(x))));", "", "_expand _out" },
        { "{ x = Embed(x); x = Latent(x); x = Expand(x); return Out(Mix(x)); }", "", "_expand _mix _out" },
        { "{ var z = this.Latent(Embed(x)); return Out(Mix(Embed(x))) + z; }", "", "" },
        { "{ var z = Latent(Embed(x)); var h = Mix(Embed(x)); return Out(h * z.sum(1, true)); }", "", "_out" },
        { "{ var (a, b) = (Latent(Embed(x)), Embed(x)); return Out(Mix(b)); }", "", "" },
        { "{ var (a, b) = (Latent(Embed(x)), Embed(x)); return Out(Expand(a) + b); }", "", "_expand _out" },
        {
            "{ var (a, b) = Both(x); return Out(Mix(b)); }", "private (Tensor, Tensor) Both(Tensor x) => (Latent(Embed(x)), Embed(x));",
            "_mix _out"
        },
        {
            "=> Decode(Encode(x));",
            "private Tensor Encode(Tensor x) { x = Embed(x); return Latent(x); }\nprivate Tensor Decode(Tensor z) => Out(Expand(z));",
            "_expand _out"
        },
        { "{ Tensor z = x; if (training) { z = Latent(Embed(x)); } return Out(Expand(z)); }", "", "_expand _out" },
        {
            "{ var h = Embed(x); for (var i = 0; i < 3; i++) { h = Mix(h); h = h + Expand(Latent(h)); } return Out(h); }", "",
            "_expand _latent _mix _out"
        },
        { "{ var h = Embed(x); var z = zeros(Latent(h).shape); return Out(Mix(h) + z); }", "", "" },
        {
            "{ Keep(x); return Out(Expand(_kept!)); }", "private Tensor? _kept;\nprivate void Keep(Tensor x) { _kept = Latent(Embed(x)); }",
            "_expand _out"
        },
        { "{ Tensor Code(Tensor y) => Latent(Embed(y)); return Out(Expand(Code(x))); }", "", "_expand _out" },
        { "=> Out(Expand(Latent(x)));", "", "" },
        { "=> Then(Then(Then(Embed(x), Latent), Expand), Out);", Then, "_expand _out" },
        { "=> Out(Then(Then(Embed(x), Mix), Mix)) + Latent(Embed(x));", Then, "" },
        { "=> Out(Twice(Code, Embed(x)));", $"{Then}\nprivate Tensor Code(Tensor h) => Expand(this.Latent(h));", "_expand _out" },
        { "{ System.Func<Tensor, Tensor> code = Latent; return Out(Expand(code(Embed(x)))); }", "", "_expand _out" },
        { "{ System.Func<Tensor, Tensor> code = Latent; return Out(Expand(code.Invoke(Embed(x)))); }", "", "_expand _out" },
        { "=> Out(Mix(Apply(_latent, Embed(x)).sum(1, true) * Embed(x)));", Then, "_mix _out" },
        { "=> Out(Elsewhere.Then(Elsewhere.Then(Embed(x), Latent), Expand));", "", "_expand _out" },
        { "=> Again(x, 3);", "private Tensor Again(Tensor x, int n) => n == 0 ? x : Again(x, n - 1);", "" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void It_is_followed(string forward, string more, string behind)
    {
        var generated = Run(Source("private readonly Linear _latent;", "_latent = Linear(width, 8);", forward, more));
        Assert.Equal(
            behind,
            string.Join(
                " ", Rows().Matches(generated).Where(row => row.Groups[2].Value.Length > 0).Select(row => row.Groups[1].Value).Order()));
        Assert.All(Rows().Matches(generated), row => Assert.True(row.Groups[2].Value is "" or "_latent"));
        Assert.Equal(behind.Length > 0, generated.Contains("features move behind `_latent` at every richness", StringComparison.Ordinal));
    }

    /// <summary>More than can be followed, or than the stack would last for: any layer may read from any stage.</summary>
    [Theory]
    [InlineData("a sum of many")]
    [InlineData("a chain of many")]
    [InlineData("methods that call one another")]
    [InlineData("loops in loops")]
    [InlineData("calls in calls")]
    public void What_has_no_end_is_suspected(string kind)
    {
        var nested = string.Concat(Enumerable.Range(0, 12).Select(level =>
            $"private Tensor F{level}(Tensor x) => {string.Join(" + ", Enumerable.Repeat(level == 11 ? "x" : $"F{level + 1}(x)", 6))};\n"));
        var (forward, more) = kind switch
        {
            "a sum of many" => ($"=> Out({string.Join(" + ", Enumerable.Repeat("x", 20_000))});", ""),
            "a chain of many" => ($"=> Out(x{string.Concat(Enumerable.Repeat(".relu()", 10_000))});", ""),
            "methods that call one another" => ("=> Out(F0(x));", nested),
            "loops in loops" => (
                $"{{ {string.Concat(Enumerable.Range(0, 24).Select(level => $"for (var i{level} = 0; i{level} < 2; i{level}++) "))}"
                    + "x = Mix(x); return Out(x); }", ""),
            _ => ($"=> Out({string.Concat(Enumerable.Repeat("G(", 40))}x{new string(')', 40)});", "private Tensor G(Tensor x) => Mix(x);"),
        };

        var generated = Run(Source("private readonly Linear _latent;", "_latent = Linear(width, 8);", forward, more));

        // Calls in calls are looked at once each.
        Assert.Equal(kind != "calls in calls", generated.Contains("features move behind `_latent`", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_of_fixed_size_that_is_multiplied_with_is_one_too() => Assert.Contains(
        "behind: \"_gate\"",
        Run(
            Source(
                "[Unscaled] private readonly Parameter _gate;\nprivate readonly Linear _latent;",
                "_gate = Parameter(ones(1)); _latent = Linear(width, 8);", "=> Out(Embed(x) * _gate);", "")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("_latent = Linear(width, 8); _out = Linear(width, width);", true)]
    [InlineData("_latent = Linear(width, width); _out = Linear(width, width);", false)]
    public void Models_inside_are_one_if_they_have_one(string build, bool isStage)
    {
        var inner = Source("private readonly Linear _latent;", build, "=> Latent(Embed(x));", "")
            .Replace("class Net", "class Inner", StringComparison.Ordinal)
            .Replace("public Net(", "public Inner(", StringComparison.Ordinal)
            .Replace("_out = Linear(width, 10);", "", StringComparison.Ordinal);
        var outer = """
            [Parameterize(BaseWidth = 64, Richness = 0)]
            public sealed partial class Outer : Module<Tensor, Tensor>
            {
                private readonly Inner _inner;
                private readonly Linear _out;

                public Outer([Width] long width) : base("Outer")
                {
                    _inner = new Inner(width);
                    _out = Linear(width, 10);
                    InitializeParameters();
                }

                public override Tensor forward(Tensor x) => Out(_inner.call(x));
            }
            """;
        var generated = GeneratorHarness.Run(Subjects.Generator, inner + outer).Source("Outer.g.cs");
        Assert.Equal(isStage, generated.Contains("behind: \"_inner\"", StringComparison.Ordinal));
    }

    private static string Run(string source) => GeneratorHarness.Run(Subjects.Generator, source).Source("Net.g.cs");

    private static string Source(string members, string build, string forward, string more) => Subjects.Usings + $$"""
        [Parameterize(BaseWidth = 64, Richness = 0)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear _embed;
            private readonly Linear _mix;
            private readonly Linear _expand;
            private readonly Linear _out;
            {{members}}
            {{more}}

            public Net([Width] long width) : base("Net")
            {
                _embed = Linear(32, width);
                _mix = Linear(width, width);
                _expand = Linear(8, width);
                _out = Linear(width, 10);
                {{build}}
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) {{forward}}
        }

        internal static class Elsewhere
        {
            public static Tensor Then(Tensor x, System.Func<Tensor, Tensor> next) => next(x);
        }

        """;

    [GeneratedRegex(@"\.With\(""(_\w+)\.weight""(?:[^\n]*behind: ""([^""]*)"")?")]
    private static partial Regex Rows();
}
