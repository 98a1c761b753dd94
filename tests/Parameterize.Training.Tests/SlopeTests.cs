using System.Globalization;
using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;

namespace Parameterize.Training.Tests;

/// <summary>
/// The coordinate check of the four-layer GELU network: widths 64 to 1024, and 2048 where slow tests run, ten steps, three seeds, through
/// generated code. Hidden layers change like n^(r - 1/2), whatever the optimizer.
/// </summary>
[Collection("torch")]
public sealed class SlopeTests(ITestOutputHelper output)
{
    private const double Tolerance = 0.05;

    public static TheoryData<string, double> Cases()
    {
        var cases = new TheoryData<string, double>();
        foreach (var optimizer in new[] { "SGD", "Adam" })
        {
            foreach (var richness in new[] { 0, 0.125, 0.25, 0.375, 0.5 })
            {
                cases.Add(optimizer, richness);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Hidden_layers_change_like_the_width_to_the_richness_minus_a_half(string optimizer, double richness) =>
        AssertSlopes(optimizer, richness, widest: 1024);

    [SlowTheory]
    [MemberData(nameof(Cases))]
    public void So_do_wider_ones(string optimizer, double richness) => AssertSlopes(optimizer, richness, widest: 2048);

    private void AssertSlopes(string optimizer, double richness, long widest)
    {
        var result = CoordinateCheck.Of(width => new DialMlp(width, richness))
            .Widths(64, widest).Seeds(3).Steps(10)
            .Optimizer(model => optimizer == "SGD" ? model.SGD(0.05) : model.Adam(0.005, eps: 1e-20))
            .Task(Classification.Task)
            .RunOnAllCores();

        foreach (var slope in result.Slopes)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{optimizer} r={richness} {slope.Layer} {slope.Quantity}: {slope.Fit!.Slope:F3} +- {slope.Fit.StandardError:F3}, "
                    + $"predicted {slope.Predicted}"));
        }

        var hidden = result.Slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange).ToArray();
        Assert.Equal(["_embed", "_mix", "_refine"], hidden.Select(slope => slope.Layer));
        Assert.All(
            hidden, slope => Assert.True(Math.Abs(slope.Fit!.Slope - (richness - 0.5)) <= Tolerance, slope.Verdict(Tolerance).Diagnosis));
        Assert.All(result.Slopes, slope => Assert.True(slope.Verdict(0.15).Outcome != SlopeOutcome.Fail, slope.Verdict(0.15).Diagnosis));
    }
}
