namespace Parameterize.Analyzers.Tests.Rules;

public sealed class TiedAndLazyTests : RuleTests
{
    private const string Build = "_words = Embedding(100, width);\n_head = Linear(width, 100, hasBias: false);";

    public override string Id => "PMZ0039";

    public override string Hit => Model("Richness = 0.25", "TiedTo = {|PMZ0039:nameof(_words)|}");

    public override string Message =>
        "'_head' shares the weight of '_words', and at richness 1/4 a token's own logit grows like n^1/4 where what is read carries "
            + "the embedding, as a residual stream does; set Richness = 0.5, give the readout a weight of its own, or, if it does not "
            + "see the embedding, say "
            + "SeesEmbedding = false";

    public override string NearMiss => Right("Richness = 0.5", "TiedTo = nameof(_words)");

    [Theory]
    [InlineData("Richness = 0.25", "TiedTo = nameof(_words), SeesEmbedding = false")]
    [InlineData("Richness = 0", "SeesEmbedding = false, TiedTo = nameof(_words)")]
    [InlineData("Richness = 0.25, Baseline = true", "TiedTo = nameof(_words)")]
    [InlineData("Richness = 0", "")]
    public Task What_does_not_see_the_embedding_and_what_is_not_scaled_may(string options, string tie) =>
        Subject.Analyzers.Verify(Right(options, tie));

    [Theory]
    [InlineData("TiedTo = {|PMZ0039:nameof(_words)|}, SeesEmbedding = true")]
    [InlineData("ZeroInit = true, TiedTo = {|PMZ0039:\"_words\"|}")]
    public Task Saying_that_it_sees_it_is_no_excuse(string tie) =>
        Subject.Analyzers.Verify(Model("Richness = 0", tie), new ExpectedDiagnostic(Id));

    [Fact]
    public Task A_dial_is_for_the_constructor_to_refuse() => Subject.Analyzers.Verify(Source.Initialized(
        members: "[Input(InitStd = 0.02)] private readonly Embedding _words;\n"
            + "[Output(TiedTo = nameof(_words))] private readonly Linear _head;",
        build: Build,
        constructor: "Mlp([Width] long width, [Richness] double richness)",
        forward: "Head(Words(x))").Replace("InitializeParameters()", "InitializeParameters(richness)", StringComparison.Ordinal));

    private static string Model(string options, string tie) => Source.Model(Members(tie), Build, Attribute(options));

    private static string Right(string options, string tie) => Source.Initialized(Members(tie), Build, Attribute(options));

    private static string Members(string tie) =>
        $"[Input(InitStd = 0.02)] private readonly Embedding _words;\n[Output({tie})] private readonly Linear _head;";

    private static string Attribute(string options) => $"Parameterize(BaseWidth = 64, {options})";
}
