using Parameterize.Scaling;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments;

/// <summary>One width with one seed: how large each layer was at init, and how much it changed.</summary>
internal sealed record CoordinateTrial(
    ModelScaling Scaling,
    IReadOnlyList<PredictedSlopes> Predicted,
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
        OptimizerFamily? family,
        CancellationToken cancellation)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        using var model = SeededModels.Build(seed, () => build(width));
        using var stepper = optimizer(model);
        using var scope = NewDisposeScope();
        var (probe, _) = task.Batch(seed, 0);
        var predicted = Predict(model.Scaling, model.Parameterization.Richness, family);
        string[] layers = [.. predicted.Select(slope => slope.Layer)];
        var before = LayerOutputs.Record(model, layers, probe);
        if (before.Count == 0)
        {
            throw new InvalidOperationException(
                $"'{model.Scaling.Model}' has no layer to measure: none of {string.Join(", ", layers)} was called in its forward.");
        }

        TrainingLoop.Run(model, stepper, task, seed, steps, cancellation);
        var after = LayerOutputs.Record(model, layers, probe);
        return new CoordinateTrial(
            model.Scaling,
            predicted,
            model.Parameterization.Richness,
            width,
            seed,
            before.ToDictionary(layer => layer.Key, layer => (RootMeanSquare.Of(layer.Value), Change(layer.Value, after[layer.Key]))));
    }

    public static CoordinateCheckResult Gather(IReadOnlyList<CoordinateTrial> trials)
    {
        var first = trials[0];
        var slopes = first.Layers.Keys.SelectMany(layer =>
        {
            var predicted = first.Predicted.First(slope => LayerOutputs.Matches(slope.Layer, layer));
            var isOutput = first.Scaling.Tensors.Any(tensor => tensor.Kind == ParameterKind.Output && tensor.Name == predicted.Layer + ".weight");
            return new[]
            {
                new CoordinateSlope(
                    layer,
                    isOutput ? SlopeQuantity.Output : SlopeQuantity.Preactivation,
                    predicted.AtInit.At(first.Richness),
                    [.. trials.Select(trial => new Observation(trial.Width, trial.Seed, trial.Layers[layer].AtInit))]),
                new CoordinateSlope(
                    layer,
                    isOutput ? SlopeQuantity.OutputChange : SlopeQuantity.HiddenChange,
                    predicted.Change.At(first.Richness),
                    [.. trials.Select(trial => new Observation(trial.Width, trial.Seed, trial.Layers[layer].Change))]),
            };
        });
        return new CoordinateCheckResult(first.Scaling.Model, first.Richness, [.. slopes]);
    }

    private static IReadOnlyList<PredictedSlopes> Predict(ModelScaling scaling, double richness, OptimizerFamily? family)
    {
        if (family is { } told) return scaling.SlopesOf(told, richness);
        var slopes = scaling.Families.Select(meant => scaling.SlopesOf(meant, richness)).ToArray();
        return slopes.All(other => other.SequenceEqual(slopes[0]))
            ? slopes[0]
            : throw new InvalidOperationException(
                $"The slopes of '{scaling.Model}' differ between SGD-like and Adam-like optimizers; say which one trains it: .Family(OptimizerFamily.AdamLike).");
    }

    private static double Change(double[] before, double[] after) =>
        RootMeanSquare.Of(before.Zip(after, (x, y) => y - x).ToArray());
}
