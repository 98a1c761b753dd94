using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class TiedByHandTests : RuleTests
{
    private const string Words = "[Input(InitStd = 0.02)] private readonly Embedding _words;\n";

    public override string Id => "PMZ0035";

    public override string Hit => Model("private readonly Linear _head;", "{|PMZ0035:_head.weight = _words.weight|};");

    public override string Message =>
        "'_head' is given the weight of '_words', so that one tensor is scaled by two rules, and moving the model unties it; "
            + "mark it [Output(TiedTo = nameof(_words))] in place of the assignment";

    public override string NearMiss =>
        Model("[Output(TiedTo = nameof(_words))] private readonly Linear _head;", "_words.weight = new Parameter(zeros(100, width));");

    [Theory]
    [InlineData("var shared = _words.weight;\n{|PMZ0035:_head.weight = shared|};")]
    [InlineData("var head = _head;\n{|PMZ0035:head.weight = _words.weight|};")]
    [InlineData("{|PMZ0035:_head.weight = new Parameter(_words.weight)|};")]
    [InlineData("Tie(_head, _words);\nstatic void Tie(Linear to, Embedding from) => {|PMZ0035:to.weight = from.weight|};")]
    public Task It_is_seen_through_variables_and_helpers(string tie) =>
        Subject.Analyzers.Verify(Model("private readonly Linear _head;", tie));

    [Fact]
    public Task Other_pairs_have_no_attribute() => Subject.Fix<TieFix>().VerifyNoFix(
        Model(
            "private readonly Linear _head;\nprivate readonly Embedding _more;",
            "_more = Embedding(100, width);\n{|PMZ0035:_more.weight = _words.weight|};"));

    [Fact]
    public Task A_plain_class_does_as_it_likes() => Subject.Analyzers.Verify(Source.Initialized(more: """
        public sealed class Plain
        {
            public void Tie(Linear to, Embedding from) => to.weight = from.weight;
        }
        """));

    [Theory]
    [InlineData("private readonly Linear _head;", "[Output(TiedTo = nameof(_words))] private readonly Linear _head;")]
    [InlineData("[Output] private readonly Linear _head;", "[Output(TiedTo = nameof(_words))] private readonly Linear _head;")]
    [InlineData(
        "[Output(LearningRate = 2)] private readonly Linear _head;",
        "[Output(LearningRate = 2, TiedTo = nameof(_words))] private readonly Linear _head;")]
    public Task The_fix_says_it_by_an_attribute(string before, string after) => Subject.Fix<TieFix>().Verify(
        Model(before, "{|PMZ0035:_head.weight = _words.weight|};"),
        Model(after, ""));

    [Theory]
    [InlineData("{|PMZ0035:functional.linear(Mix(x), _words.weight)|}")]
    [InlineData("{|PMZ0035:functional.linear(Mix(x), this._words.weight, null)|}")]
    [InlineData("{|PMZ0035:Mix(x).matmul(_words.weight.T)|}")]
    [InlineData("{|PMZ0035:matmul(Mix(x), _words.weight.t())|}")]
    [InlineData("{|PMZ0035:Mix(x).mm(_words.weight.transpose(0, 1).contiguous())|}")]
    [InlineData("{|PMZ0035:Mix(x).matmul(Turned)|}")]
    [InlineData("{|PMZ0035:Mix(x).mm(_words.weight.permute(1, 0))|}")]
    [InlineData("{|PMZ0035:Mix(x).matmul(_words.weight.clone().t())|}")]
    [InlineData("{|PMZ0035:_words.weight.matmul(Mix(x).t())|}")]
    [InlineData("{|PMZ0035:einsum(\"btd,vd->btv\", Mix(x), _words.weight)|}")]
    [InlineData("{|PMZ0035:einsum(\"vd, btd -> btv\", _words.weight, Mix(x))|}")]
    [InlineData("{|PMZ0035:functional.linear(Mix(x), Table.weight)|}")]
    [InlineData("{|PMZ0035:Logits(Mix(x), _words.weight)|}")]
    [InlineData("{|PMZ0035:Logits(Mix(x), Turned.T)|}")]
    public Task A_readout_by_the_weight_alone_is_tied_too(string forward)
    {
        const string Says =
            "The weight of '_words' is a readout here without a readout's multiplier, so that what it makes grows with the width; "
                + "hold the readout as a Linear without a bias, mark that [Output(TiedTo = nameof(_words))], and call its generated method";
        return Subject.Analyzers.Verify(ByWeight(forward), new ExpectedDiagnostic(Id, Says));
    }

    [Theory]
    [InlineData("TensorPrograms")]
    [InlineData("LearningRate")]
    public Task It_is_said_once_in_every_gauge(string gauge) => Subject.Analyzers.Verify(
        ByWeight("{|PMZ0035:functional.linear(Mix(x), _words.weight)|}", $"Parameterize(BaseWidth = 64, Gauge = Gauge.{gauge})"));

    [Theory]
    [InlineData("matmul(x.softmax(-1), _words.weight)")]
    [InlineData("functional.linear(x.softmax(-1), _words.weight.T)")]
    [InlineData("_words.weight.matmul(_words.weight.T)")]
    [InlineData("einsum(\"btv,vd->btd\", x.softmax(-1), _words.weight)")]
    [InlineData("einsum(\"vd,wd->vw\", _words.weight, _words.weight)")]
    [InlineData("Logits(Mix(x), _plain.weight)")]
    [InlineData("functional.linear(x, _encode.weight)")]
    [InlineData("matmul(x, _encode.weight.T)")]
    [InlineData("Plain(x).matmul(_words.weight.T)")]
    [InlineData("functional.linear(x, _fixed.weight)")]
    [InlineData("functional.linear(x, _plain.weight)")]
    [InlineData("functional.linear(Mix(x), Linear(8, 8).weight)")]
    [InlineData(
        "\n#pragma warning disable PMZ0035\n        functional.linear(Mix(x), _words.weight)\n#pragma warning restore PMZ0035\n        ")]
    public Task A_lookup_and_what_does_not_widen_are_not(string forward) => Subject.Analyzers.Verify(ByWeight(forward));

    /// <summary>As an autoencoder's, whose decoder is the encoder turned.</summary>
    [Theory]
    [InlineData("{|PMZ0035:functional.linear(Mix(x), _encode.weight.t())|}")]
    [InlineData("{|PMZ0035:Mix(x).matmul(_encode.weight)|}")]
    [InlineData("{|PMZ0035:einsum(\"bd,df->bf\", Mix(x), _encode.weight)|}")]
    public Task An_input_layers_weight_reads_out_too(string forward)
    {
        const string Says =
            "The weight of '_encode' is a readout here without a readout's multiplier, so that what it makes grows with the width; "
                + "mark the width [DotWidth] and multiply the product by BareDotScale, or read out by a layer of its own";
        return Subject.Analyzers.Verify(ByWeight(forward), new ExpectedDiagnostic(Id, Says));
    }

    [Fact]
    public Task A_product_with_a_scale_of_its_own_is_none() =>
        Subject.Analyzers.Verify(ByWeight("matmul(Mix(x), _encode.weight) * BareDotScale", width: "[DotWidth]"));

    [Fact]
    public Task A_readout_by_the_weight_alone_has_no_fix() =>
        Subject.Fix<TieFix>().VerifyNoFix(ByWeight("{|PMZ0035:functional.linear(Mix(x), _words.weight)|}"));

    private static string ByWeight(
        string forward, string attribute = "Parameterize(BaseWidth = 64)", string width = "[Width]") => Source.Initialized(
        attribute: attribute,
        members: Words
            + "private readonly Linear _mix;\n[Unscaled] private readonly Embedding _fixed = Embedding(100, 8);\n"
            + "private readonly Embedding _plain = Embedding(100, 8);\nprivate readonly Linear _encode;\n\n"
            + "private Tensor Turned => _words.weight.T;\n\npublic Embedding Table => _words;\n\n"
            + "private static Tensor Logits(Tensor h, Tensor table) => matmul(h, table.transpose(0, 1));",
        build: "_words = Embedding(100, width);\n_mix = Linear(width, width);\n_encode = Linear(8, width);",
        constructor: $"Mlp({width} long width)",
        forward: forward);

    private static string Model(string head, string tie) => Source.Initialized(
        members: Words + head,
        build: "_words = Embedding(100, width);\n_head = Linear(width, 100, hasBias: false);" + (tie.Length == 0 ? "" : "\n" + tie),
        forward: "Head(Words(x))");
}
