using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments;

/// <summary>One width with one seed: how large each layer was at init, and how much it changed.</summary>
internal sealed record CoordinateTrial(
    ModelScaling Scaling, double Richness, long Width, int Seed, IReadOnlyDictionary<string, (double AtInit, double Change)> Layers)
{
    public static CoordinateTrial Run<TModel>(
        Func<long, TModel> build,
        long width,
        int seed,
        Func<TModel, optim.Optimizer> optimizer,
        TrainingTask task,
        int steps,
        CancellationToken cancellation)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        using var model = SeededModels.Build(seed, () => build(width));
        using var stepper = optimizer(model);
        using var scope = NewDisposeScope();
        var (probe, _) = task.Batch(seed, 0);
        string[] layers = [.. model.Scaling.Slopes.Select(slope => slope.Layer)];
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
            var predicted = first.Scaling.Slopes.First(slope => LayerOutputs.Matches(slope.Layer, layer));
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

    private static double Change(double[] before, double[] after) =>
        RootMeanSquare.Of(before.Zip(after, (x, y) => y - x).ToArray());
}
