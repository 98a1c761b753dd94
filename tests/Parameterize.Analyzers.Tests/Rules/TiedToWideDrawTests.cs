namespace Parameterize.Analyzers.Tests.Rules;

public sealed class TiedToWideDrawTests : RuleTests
{
    private const string Tie = "[Output(TiedTo = nameof(_words))]";

    public override string Id => "PMZ0049";

    public override string Hit => Model("", "[Output(TiedTo = {|PMZ0049:nameof(_words)|})]");

    public override string Message =>
        "'_words' is drawn from N(0, 1), as TorchSharp draws embeddings, which as the weight of '_head' makes logits of the size of "
            + "the root of the width; give it a small std at base widths, as [Input(InitStd = 0.02)]";

    public override string NearMiss => Model("[Input(InitStd = 0.02)] ", Tie);

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", Tie, "init.normal_(_words.weight, 0, 0.02);")]
    [InlineData("", Tie, "_words.weight = new Parameter(zeros(100, width));")]
    [InlineData("[Input(ZeroInit = true)] ", Tie, "")]
    public Task What_is_not_tied_or_drawn_otherwise_is_silent(string words, string head, string draw) =>
        Subject.Analyzers.Verify(Model(words, head, draw));

    private static string Model(string words, string head, string draw = "") => Source.Initialized(
        members: $"{words}private readonly Embedding _words;\n{head} private readonly Linear _head;",
        build: "_words = Embedding(100, width);\n_head = Linear(width, 100, hasBias: false);" + (draw.Length == 0 ? "" : "\n" + draw),
        forward: "Head(Words(x))");
}
