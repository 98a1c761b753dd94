using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using TorchSharp;

namespace Parameterize.Training.Tests;

/// <summary>The shape check of models that are not the same thing at every width, or not at every width there.</summary>
[Collection("torch")]
public sealed class AwkwardModelTests
{
    [Fact]
    public void A_layer_that_is_there_at_some_widths_is_compared_at_these()
    {
        var result = ShapeCheck.Of(width => new OptionalNet(width, isWide: width > 8)).Run().Assert();
        var extra = Assert.Single(result.Verdicts, verdict => verdict.Tensor == "_extra.weight");
        // 16 to 32
        Assert.Equal(
            (ShapeOutcome.Pass, new ShapeGrowth(2, 2), new ShapeGrowth(2, 2)), (extra.Outcome, extra.Claimed, extra.Measured!.Value));
    }

    [Fact]
    public void A_layer_that_is_there_at_one_width_claims_nothing() => Assert.Equal(
        ["_extra.bias", "_extra.weight"],
        ShapeCheck.Of(width => new OptionalNet(width, isWide: width == 24)).Run().Assert().Verdicts
            .Where(verdict => verdict.Outcome == ShapeOutcome.Unclaimed).Select(verdict => verdict.Tensor).Order(StringComparer.Ordinal));

    [Fact]
    public void The_base_of_a_record_s_width_is_found() =>
        Assert.Equal([8, 16, 24, 32], ShapeCheck.Of(width => new RecordNet(new NetSizes(width))).Run().Assert().Widths);

    [Fact]
    public void A_width_that_the_model_does_not_take_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(() =>
            ShapeCheck.Of(width => new RecordNet(new NetSizes(width, Heads: 8))).Widths(16, 20, 32).Run());
        Assert.Equal(
            "No 'RecordNet' could be built from 20: 8 heads do not divide 20. "
            + "If it does not take this width, give widths that it takes, as ShapeCheck.Of(...).Widths(64, 128).",
            error.Message);
        Assert.IsType<ArgumentException>(error.InnerException);
    }

    [Fact]
    public void A_function_that_builds_nothing_is_named() => Assert.StartsWith(
        "No 'RecordNet' could be built from 8: the function that builds it returned null.",
        Assert.Throws<InvalidOperationException>(() => ShapeCheck.Of<RecordNet>(_ => null!).Run()).Message,
        StringComparison.Ordinal);

    /// <summary>Each width is a sensible one, and the model is another one each time.</summary>
    [Fact]
    public void Shapes_that_change_by_themselves_are_not_the_compiler_s_fault()
    {
        var builds = 0;
        var check = ShapeCheck.Of(width => new RoundedNet(width, heads: ++builds % 3 == 0 ? 4 : 2));
        Assert.StartsWith(
            "'RoundedNet' has other shapes when it is built from ", Assert.Throws<InvalidOperationException>(check.Run).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(103, 309)] // 25 and 77: the smaller one is rounded more than the larger
    [InlineData(67, 131)]
    [InlineData(48, 100)]
    [InlineData(101, 102)]
    public void Sizes_that_are_rounded_between_multiples_of_the_base_are_right(long smaller, long larger) =>
        ShapeCheck.Of(width => new RoundedNet(width, heads: 4)).Widths(smaller, larger).Run().Assert();

    [Fact]
    public void A_model_of_another_type_of_numbers_has_the_same_shapes() =>
        ShapeCheck.Of(width => (RoundedNet)new RoundedNet(width, heads: 4).to(torch.ScalarType.BFloat16)).Run().Assert();
}
