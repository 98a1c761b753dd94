using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>
/// SGD with clipping at every step, widths 64 to 512: clipped by the norm that weighs gradients with their rates, hidden layers change like
/// n^(r - 1/2) in every gauge. The plain norm of gradients is another one in each gauge, and grows or shrinks with width.
/// </summary>
[Collection("torch")]
public sealed class ClippedSlopeTests(ITestOutputHelper output)
{
    private const double Tolerance = 0.07;
    private const double Norm = 0.3;

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Hidden_layers_change_as_without_clipping(double richness)
    {
        var predicted = richness - 0.5;
        var tangent = Slopes(width => new DialMlp(width, richness), richness, Gauges.Clip);
        var rates = Slopes(width => new DialRateMlp(width, richness), richness, Gauges.Clip);
        Assert.All(tangent.Concat(rates), slope => Assert.InRange(slope, predicted - Tolerance, predicted + Tolerance));
        Assert.All(tangent.Zip(rates), pair => Assert.Equal(pair.First, pair.Second, 0.01));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void By_the_plain_norm_they_do_not(double richness)
    {
        var slopes = Slopes(
            width => new DialRateMlp(width, richness), richness, (model, norm, _) => nn.utils.clip_grad_norm_(model.parameters(), norm));
        Assert.All(slopes, slope => Assert.True(slope < richness - 0.5 - 0.25, $"{slope} is not much below {richness - 0.5}"));
    }

    /// <summary>Of the two hidden layers.</summary>
    private double[] Slopes(Func<long, Module<Tensor, Tensor>> build, double richness, Func<Module, double, optim.Optimizer, double> clip)
    {
        string[] layers = ["_mix", "_refine"];
        var changes = (from width in new long[] { 64, 128, 256, 512 }
                       from seed in new[] { 1, 2 }
                       from change in Changes(() => build(width), clip, seed, layers)
                       select (change.Layer, new Observation(width, seed, change.Size))).ToArray();
        var fits = layers.Select(layer => LogLogFit.Of(changes.Where(change => change.Layer == layer).Select(change => change.Item2)))
            .ToArray();
        var slopes = fits.Select(fit => FormattableString.Invariant($"{fit.Slope:F3} +- {fit.StandardError:F3}"));
        output.WriteLine(FormattableString.Invariant($"r={richness}: {string.Join(", ", slopes)}"));
        return [.. fits.Select(fit => fit.Slope)];
    }

    private static IEnumerable<(string Layer, double Size)> Changes(
        Func<Module<Tensor, Tensor>> build, Func<Module, double, optim.Optimizer, double> clip, int seed, string[] layers)
    {
        using var scope = NewDisposeScope();
        using var model = SeededModels.Build(seed, build);
        using var optimizer = Gauges.Optimizer(model, "SGD", ("learningRate", 0.5));
        var (inputs, targets) = Classification.Task.Batch(seed, 0);
        var before = Signals.Of(model, inputs);
        for (var step = 0; step < 10; step++)
        {
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            Classification.Task.Loss(model.call(inputs), targets).backward();
            Assert.True(clip(model, Norm, optimizer) > Norm, "every step has to be clipped");
            optimizer.step();
        }

        var after = Signals.Of(model, inputs);
        return layers.Select(layer => (layer, Signals.Change(before[layer], after[layer]))).ToArray();
    }
}
