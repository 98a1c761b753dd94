using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests;

/// <summary>
/// The coordinate check of a pyramid whose stages are models of one class: each changes like n^(r - 1/2), whatever its size is.
/// </summary>
[Collection("torch")]
public sealed class PyramidSlopeTests(ITestOutputHelper output)
{
    private static TrainingTask Task { get; } = new(
        (seed, _) =>
        {
            using var generator = new Generator((ulong)(1000 + seed));
            var inputs = randn([32, PlainMlp.Inputs], generator: generator);
            var teacher = randn([PlainMlp.Inputs, PlainMlp.Outputs], generator: generator);
            return (inputs, inputs.matmul(teacher).argmax(1));
        },
        (logits, classes) => nn.functional.cross_entropy(logits, classes));

    [SlowTheory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Every_stage_changes_like_the_width_to_the_richness_minus_a_half(double richness)
    {
        var result = CoordinateCheck.Of(width => new TangentNest(width, richness))
            .Widths(16, 128).Seeds(4).Steps(5).Optimizer(model => model.Adam(2e-3)).Task(Task).RunOnAllCores();
        var changes = result.Slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange).ToArray();
        foreach (var slope in changes)
        {
            output.WriteLine(
                FormattableString.Invariant(
                    $"r={richness} {slope.Layer}: {slope.Fit!.Slope:F3} +- {slope.Fit.StandardError:F3}, predicted {slope.Predicted}"));
        }

        Assert.Equal(8, changes.Length);
        Assert.All(changes, slope => Assert.True(Math.Abs(slope.Fit!.Slope - (richness - 0.5)) <= 0.1, slope.Verdict(0.1).Diagnosis));
    }
}
