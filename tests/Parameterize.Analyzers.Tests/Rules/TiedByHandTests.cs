using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class TiedByHandTests : RuleTests
{
    private const string Words = "private readonly Embedding _words;\n";

    public override string Id => "PMZ0035";

    public override string Hit => Model("private readonly Linear _head;", "{|PMZ0035:_head.weight = _words.weight|};");

    public override string Message => "'_head' is given the weight of '_words', so that one tensor is scaled by two rules, and moving the model unties it; "
        + "mark it [Output(TiedTo = nameof(_words))] in place of the assignment";

    public override string NearMiss => Model("[Output(TiedTo = nameof(_words))] private readonly Linear _head;", "_words.weight = new Parameter(zeros(100, width));");

    [Theory]
    [InlineData("var shared = _words.weight;\n{|PMZ0035:_head.weight = shared|};")]
    [InlineData("var head = _head;\n{|PMZ0035:head.weight = _words.weight|};")]
    [InlineData("{|PMZ0035:_head.weight = new Parameter(_words.weight)|};")]
    [InlineData("Tie(_head, _words);\nstatic void Tie(Linear to, Embedding from) => {|PMZ0035:to.weight = from.weight|};")]
    public Task It_is_seen_through_variables_and_helpers(string tie) => Subject.Analyzers.Verify(Model("private readonly Linear _head;", tie));

    [Fact]
    public Task Other_pairs_have_no_attribute() => Subject.Fix<TieFix>().VerifyNoFix(
        Model("private readonly Linear _head;\nprivate readonly Embedding _more;", "_more = Embedding(100, width);\n{|PMZ0035:_more.weight = _words.weight|};"));

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
    [InlineData("[Output(LearningRate = 2)] private readonly Linear _head;", "[Output(LearningRate = 2, TiedTo = nameof(_words))] private readonly Linear _head;")]
    public Task The_fix_says_it_by_an_attribute(string before, string after) => Subject.Fix<TieFix>().Verify(
        Model(before, "{|PMZ0035:_head.weight = _words.weight|};"),
        Model(after, ""));

    private static string Model(string head, string tie) => Source.Initialized(
        members: Words + head,
        build: "_words = Embedding(100, width);\n_head = Linear(width, 100, hasBias: false);" + (tie.Length == 0 ? "" : "\n" + tie),
        forward: "Head(Words(x))");
}
