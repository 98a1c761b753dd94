namespace Parameterize.Analyzers.Tests.Rules;

public sealed class HeadsWidenTests : RuleTests
{
    public override string Id => "PMZ0028";

    public override string Hit => Source.Model(
        members: "private readonly MultiheadAttention _mix;", build: "_mix = {|PMZ0028:MultiheadAttention(width, 8)|};");

    public override string Message =>
        "The heads of '_mix' widen like n, and it divides its logits by the root of their width, so that logits grow "
            + "in training; let the number of heads grow instead, or write the attention out with [HeadWidth] and AttentionScale";

    public override string NearMiss => Source.Initialized(
        members: "private readonly MultiheadAttention _mix;\nprivate readonly Linear _in;",
        build: "_mix = MultiheadAttention(width, width / 8);\n_in = Linear(8, width);");

    [Fact]
    public Task Heads_that_are_a_width_of_their_own_are_checked_when_the_model_is_built() => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly MultiheadAttention _mix;",
        build: "_mix = MultiheadAttention(width, heads);\nInitializeParameters(width, heads);",
        constructor: "Mlp([Width] long width, [Width(Base = 8)] long heads)"));

    [Fact]
    public Task Layers_of_transformers_have_heads_too() => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly ModuleList<TransformerEncoderLayer> _mix = new();",
        build: "_mix.append({|PMZ0028:TransformerEncoderLayer(width, 4, 4 * width)|});"));
}
