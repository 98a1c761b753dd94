using Parameterize.Experiments;
using Parameterize.Generated;
using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;

namespace Parameterize.Training.Tests;

/// <summary>
/// Under Muon hidden layers change like n^(r - 1/2), and with the rule of Adam-like optimizers on the same matrices by 1/n too little.
/// </summary>
[Collection("torch")]
public sealed class MuonSlopeTests(ITestOutputHelper output)
{
    private const double Tolerance = 0.05;

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void Hidden_layers_change_like_the_width_to_the_richness_minus_a_half(double richness) => AssertChanges(
        richness - 0.5,
        Tolerance,
        CoordinateCheck.Of(width => new DialMlp(width, richness))
            .Widths(64, 512).Seeds(3).Steps(10)
            .Optimizer(model => model.Muon(lr: 0.01, adamw_lr: 0.001, adamw_eps: 1e-20))
            .Task(Classification.Task)
            .RunOnAllCores(),
        "_embed", "_mix", "_refine");

    /// <summary>With all else frozen, so that a layer changes by its own learning alone.</summary>
    [Theory]
    [InlineData(true, 0, -0.5)]
    [InlineData(true, 0.5, 0)]
    [InlineData(false, 0, -1.5)]
    [InlineData(false, 0.5, -1)]
    public void The_rule_of_adam_misses_by_one(bool isSpectral, double richness, double change)
    {
        var result = CoordinateCheck.Of(width => new DialMlp(width, richness))
            .Widths(64, 256).Seeds(3).Steps(10)
            .Optimizer(model =>
            {
                foreach (var (name, parameter) in model.named_parameters())
                {
                    parameter.requires_grad = name == "_mix.weight";
                }

                return TorchOptimizers.Muon(model, isSpectral ? model.Parameterization : ByAdam(model.Parameterization), lr: 0.05);
            })
            .Task(Classification.Task)
            .RunOnAllCores();
        AssertChanges(change, 2 * Tolerance, result, "_mix");
    }

    [SlowTheory]
    [InlineData(0, true)]
    [InlineData(0.25, true)]
    [InlineData(0.5, true)]
    [InlineData(0, false)]
    [InlineData(0.5, false)]
    public void So_do_the_layers_of_a_transformer(double richness, bool headsWiden)
    {
        var result = CoordinateCheck
            .Of(width => new AttentionNetwork(NextToken.Vocabulary, width, headsWiden ? width / 4 : 16, richness))
            .Widths(128, 1024).Seeds(2).Steps(4)
            .Optimizer(model => model.Muon(lr: 0.02, adamw_lr: 0.002, adamw_eps: 1e-20))
            .Family(OptimizerFamily.Spectral)
            .Attention(new AttentionLayers("_logits", "_query", "_key", headsWiden))
            .Task(NextToken.Task)
            .RunOnAllCores();
        AssertChanges(richness - 0.5, 0.15, result, [.. Changes(result).Select(slope => slope.Layer)]);
    }

    private void AssertChanges(double expected, double tolerance, CoordinateCheckResult result, params string[] layers)
    {
        var changes = Changes(result).Where(slope => layers.Contains(slope.Layer)).ToArray();
        foreach (var slope in changes)
        {
            output.WriteLine(FormattableString.Invariant(
                $"{slope.Layer}: {slope.Fit!.Slope:F3} +- {slope.Fit.StandardError:F3}, expected {expected}"));
        }

        Assert.Equal(layers, changes.Select(slope => slope.Layer));
        Assert.All(changes, slope => Assert.InRange(slope.Fit!.Slope, expected - tolerance, expected + tolerance));
    }

    private static IEnumerable<CoordinateSlope> Changes(CoordinateCheckResult result) =>
        result.Slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange);

    /// <summary>The same table without spectral factors: what it says of AdamW is taken for all.</summary>
    private static ModelParameterization ByAdam(ModelParameterization table) => new(
        table.Model, table.Gauge, table.Richness, table.Gamma, table.Width, table.Tensors.Select(row =>
            new TensorParameterization(row.Name, row.Kind, new ParameterRule(row.Rule.Name)
            {
                AdamLearningRate = row.Rule.AdamLearningRate,
                AdamWeightDecay = row.Rule.AdamWeightDecay,
                Epsilon = row.Rule.Epsilon,
            })
            {
                FanIn = row.FanIn,
                FanOut = row.FanOut,
            }));
}
