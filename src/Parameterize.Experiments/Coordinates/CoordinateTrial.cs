using Parameterize.Experiments.Statistics;
using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Coordinates;

/// <summary>One width with one seed: how large each layer was at init, and how much it changed.</summary>
internal sealed record CoordinateTrial(long Width, int Seed, IReadOnlyDictionary<string, LayerRun> Layers)
{
    public static CoordinateTrial Run<TModel>(
        Func<long, TModel> build,
        long width,
        int seed,
        Func<TModel, optim.Optimizer> optimizer,
        Placement placement,
        TrainingTask task,
        int steps,
        bool eachStep,
        CoordinateSubject subject,
        CancellationToken cancellation)
        where TModel : Module<Tensor, Tensor>
    {
        using var model = placement.Build(seed, () => build(width));
        using var stepper = optimizer(model);
        using var scope = NewDisposeScope();
        var placed = placement.Of(task);
        var (probe, _) = placed.Batch(seed, 0);
        var before = LayerOutputs.Record(model, subject.Expected, probe);
        if (before.Count == 0)
        {
            throw new InvalidOperationException(
                $"'{subject.Model}' has no layer to measure: none of {string.Join(", ", subject.Expected.Select(layer => layer.Layer))} "
                + "was called in its forward.");
        }

        if (subject.Told.Where(told => !before.Keys.Any(layer => LayerPattern.Matches(told, layer))).ToArray() is { Length: > 0 } silent)
        {
            throw new InvalidOperationException(
                $"'{subject.Model}' called no module {string.Join(", ", silent)}, which the check was told to measure: name one that its "
                + "forward calls, as named_modules() has it.");
        }

        var changes = before.Keys.ToDictionary(layer => layer, _ => Enumerable.Repeat(double.NaN, eachStep ? steps : 1).ToArray());
        TrainingLoop.Run(model, stepper, schedule: null, placed, seed, steps, eachStep ? step => Measure(step - 1) : null, cancellation);
        Measure(eachStep ? steps - 1 : 0);
        return new CoordinateTrial(
            width,
            seed,
            before.ToDictionary(layer => layer.Key, layer => new LayerRun(RootMeanSquare.Of(layer.Value), changes[layer.Key])));

        void Measure(int at)
        {
            using var inner = NewDisposeScope();
            foreach (var (layer, now) in LayerOutputs.Record(model, subject.Expected, probe))
            {
                changes[layer][at] = RootMeanSquare.OfChange(before[layer], now);
            }
        }
    }

    /// <summary>What <see cref="Result"/> wrote.</summary>
    public static CoordinateTrial Of(TrialResult result) => new(
        (long)result.NumericSetting("width"),
        (int)result.NumericSetting("seed"),
        result.Settings["layers"].Split(',')
            .Zip(result.Series["at init"], result.Series["change"])
            .ToDictionary(layer => layer.First, layer => new LayerRun(
                layer.Second, result.Series.TryGetValue(ChangesOf(layer.First), out var changes) ? [.. changes] : [layer.Third])));

    /// <summary>The line that is written of it; layers keep the order of the calls.</summary>
    public TrialResult Result(string id) => Layers.Where(layer => layer.Value.Changes.Count > 1).Aggregate(
        new TrialResult(id)
            .With("width", Width)
            .With("seed", Seed)
            .With("layers", string.Join(',', Layers.Keys))
            .WithSeries("at init", Layers.Values.Select(layer => layer.AtInit))
            .WithSeries("change", Layers.Values.Select(layer => layer.Change)),
        (result, layer) => result.WithSeries(ChangesOf(layer.Key), layer.Value.Changes));

    private static string ChangesOf(string layer) => $"change of {layer}";
}
