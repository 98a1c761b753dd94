using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments;

/// <summary>One width with one seed: how large each layer was at init, and how much it changed.</summary>
internal sealed record CoordinateTrial(
    string Model,
    IReadOnlyList<LayerExpectation> Expected,
    double Richness,
    long Width,
    int Seed,
    IReadOnlyDictionary<string, (double AtInit, double Change)> Layers)
{
    public static CoordinateTrial Run<TModel>(
        Func<long, TModel> build,
        long width,
        int seed,
        Func<TModel, optim.Optimizer> optimizer,
        TrainingTask task,
        int steps,
        CoordinatePlan plan,
        CancellationToken cancellation)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        using var model = SeededModels.Build(seed, () => build(width));
        using var stepper = optimizer(model);
        using var scope = NewDisposeScope();
        var (probe, _) = task.Batch(seed, 0);
        var expected = plan.Of(model.Scaling, model.Parameterization.Richness);
        string[] layers = [.. expected.Select(layer => layer.Layer)];
        var before = LayerOutputs.Record(model, layers, probe);
        if (before.Count == 0)
        {
            throw new InvalidOperationException(
                $"'{model.Scaling.Model}' has no layer to measure: none of {string.Join(", ", layers)} was called in its forward.");
        }

        TrainingLoop.Run(model, stepper, task, seed, steps, cancellation);
        var after = LayerOutputs.Record(model, layers, probe);
        return new CoordinateTrial(
            model.Scaling.Model,
            expected,
            model.Parameterization.Richness,
            width,
            seed,
            before.ToDictionary(layer => layer.Key, layer => (RootMeanSquare.Of(layer.Value), Change(layer.Value, after[layer.Key]))));
    }

    public static CoordinateCheckResult Gather(IReadOnlyList<CoordinateTrial> trials)
    {
        var first = trials[0];
        return new CoordinateCheckResult(first.Model, first.Richness, [.. first.Layers.Keys.SelectMany(Slopes)]);

        IEnumerable<CoordinateSlope> Slopes(string layer)
        {
            var expected = first.Expected.First(one => LayerPattern.Matches(one.Layer, layer));
            if (trials.Any(trial => trial.Layers[layer].AtInit != 0)) // what starts at zero has no size that could have a slope
            {
                yield return Slope(expected.SizeQuantity, expected.AtInit.At(first.Richness), trial => trial.Layers[layer].AtInit);
            }

            yield return Slope(expected.ChangeQuantity, expected.Change.At(first.Richness), trial => trial.Layers[layer].Change);

            CoordinateSlope Slope(SlopeQuantity quantity, double predicted, Func<CoordinateTrial, double> value) =>
                new(layer, quantity, predicted, [.. trials.Select(trial => new Observation(trial.Width, trial.Seed, value(trial)))]);
        }
    }

    private static double Change(double[] before, double[] after) =>
        RootMeanSquare.Of(before.Zip(after, (x, y) => y - x).ToArray());
}
