namespace Parameterize.Analyzers.Tests.Rules;

public sealed class ScaleUnusedTests : RuleTests
{
    private const string Heads = "sealed partial class {|PMZ0029:Mlp|}";
    private const string Wide = "Mlp([Width] long width, [HeadWidth(Base = 16)] long head)";
    private const string Deep = "Mlp([Width] long width, [Depth(Base = 2)] long depth)";

    public override string Id => "PMZ0029";

    public override string Hit => With(Heads, Wide, "head", "functional.softmax(x / System.Math.Sqrt(8), -1)");

    public override string Message =>
        "'Mlp' does not use its AttentionScale: multiply the logits by it in place of one over the root of the head width";

    public override string NearMiss => With("sealed partial class Mlp", Wide, "head", "functional.softmax(x * AttentionScale, -1)");

    [Fact]
    public Task Fused_attention_needs_a_scale_of_its_own() => Subject.Analyzers.Verify(
        With("sealed partial class Mlp", Wide, "head", "{|PMZ0029:functional.scaled_dot_product_attention(x * AttentionScale, x, x)|}"),
        new ExpectedDiagnostic(
            Id,
            "'Mlp' does not use its FusedQueryScale: multiply the query by it, since the fused operator divides by the root of the head "
                + "width"));

    [Fact]
    public Task With_it_fused_attention_is_right() => Subject.Analyzers.Verify(
        With("sealed partial class Mlp", Wide, "head", "functional.scaled_dot_product_attention(x * FusedQueryScale, x, x)"));

    [Fact]
    public Task Branches_are_scaled_where_depth_grows() => Subject.Analyzers.Verify(
        With(Heads, Deep, "depth", "x + Mix(x)"),
        new ExpectedDiagnostic(
            Id,
            "'Mlp' does not use its ResidualScale: multiply the output of each residual branch by it, or leave [Depth] to the class of "
                + "the blocks"));

    [Fact]
    public Task With_it_depth_is_right() =>
        Subject.Analyzers.Verify(With("sealed partial class Mlp", Deep, "depth", "x + Mix(x) * ResidualScale"));

    private static string With(string header, string constructor, string argument, string forward) => Source.Model(
        header: header, constructor: constructor, build: $"_mix = Linear(width, width);\nInitializeParameters({argument});",
        forward: forward);
}
