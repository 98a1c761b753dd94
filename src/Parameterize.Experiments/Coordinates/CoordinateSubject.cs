using Parameterize.Experiments.Shapes;
using Parameterize.Experiments.Statistics;
using Parameterize.Experiments.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Coordinates;

/// <summary>What a coordinate check is of, the same at every width.</summary>
/// <param name="Model">The class's name.</param>
/// <param name="Richness">The richness that it runs at.</param>
/// <param name="Expected">What is expected of its layers.</param>
/// <param name="Told">The modules that it was told of by name.</param>
/// <param name="Shapes">What the shapes say of its table.</param>
internal sealed record CoordinateSubject(
    string Model, double Richness, IReadOnlyList<LayerExpectation> Expected, IReadOnlyList<string> Told, ShapeCheckResult Shapes)
{
    /// <summary>How many models are built for their shapes: those that are smallest.</summary>
    private const int Sizes = 3;

    /// <exception cref="ShapeCheckException">The model's table is not as its shapes say: there is nothing to predict from it.</exception>
    public static CoordinateSubject Of<TModel>(Func<long, TModel> build, IReadOnlyList<long> sizes, CoordinatePlan plan)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        var shapes = ShapeCheck.Of(build).RunOver([.. sizes.Take(Sizes)]).Assert();
        using var model = SeededModels.Build(0, () => build(sizes[0]));
        var wide = sizes[Math.Min(Sizes, sizes.Count) - 1];
        using var wider = SeededModels.Build(0, () => build(wide));
        var richness = model.Parameterization.Richness;
        var growth = Growth(model, sizes[0], wider, wide);
        return new CoordinateSubject(
            model.Scaling.Model, richness, Named(model, plan.Of(model.Scaling, richness, growth)), Named(model, plan.Told), shapes);
    }

    /// <summary>
    /// How each width grows with the number that models are built from: one may be its square root. Computed ones follow from n.
    /// </summary>
    private static Dictionary<string, double> Growth(IParameterizedModel one, long size, IParameterizedModel other, long otherSize)
    {
        var computed = one.Scaling.Computed.Select(ratio => ratio.Symbol).ToHashSet();
        return one.Parameterization.Widths.Where(width => !computed.Contains(width.Symbol)).ToDictionary(
            width => width.Symbol,
            width => Math.Log(other.Parameterization.Widths.First(same => same.Symbol == width.Symbol).Ratio / width.Ratio)
                / Math.Log((double)otherSize / size));
    }

    /// <summary>What is expected of the elements of lists, layer by layer: their places may have kinds of their own.</summary>
    private static IReadOnlyList<LayerExpectation> Named(Module model, IReadOnlyList<LayerExpectation> expected)
    {
        var names = LayerPattern.Resolve(model, [.. expected.Select(layer => layer.Layer)]);
        return [.. expected.SelectMany(
            layer => LayerPattern.IsInList(layer.Layer) ? names[layer.Layer].Select(name => layer.Called(name)) : [layer])];
    }

    /// <summary>The modules that were told of; a pattern that means none stays, as one that is not called.</summary>
    private static IReadOnlyList<string> Named(Module model, IReadOnlyList<string> told)
    {
        var names = LayerPattern.Resolve(model, told);
        return [.. told.SelectMany(name => LayerPattern.IsInList(name) && names[name].Count > 0 ? names[name] : [name])];
    }

    /// <param name="trials">All runs.</param>
    /// <param name="steps">How many steps each took.</param>
    public CoordinateCheckResult Gather(IReadOnlyList<CoordinateTrial> trials, int steps)
    {
        string[] layers = [.. trials[0].Layers.Keys];
        var measured = trials[0].Layers[layers[0]].Changes.Count;
        CoordinateSlope[] slopes = [.. layers.SelectMany(layer => AtInit(layer).Append(Change(layer, measured - 1)))];
        return new CoordinateCheckResult(Model, Richness, slopes)
        {
            Shapes = Shapes,
            Unmeasured =
            [
                .. Expected.Select(expected => expected.Layer)
                    .Where(expected => !layers.Any(layer => LayerPattern.Matches(expected, layer))).Distinct(),
            ],
            Course =
            [
                new CoordinateStep(0, [.. layers.SelectMany(AtInit)]),
                .. Enumerable.Range(0, measured).Select(
                    at => new CoordinateStep(steps - measured + 1 + at, [.. layers.Select(layer => Change(layer, at))])),
            ],
        };

        LayerExpectation Expectation(string layer) => Expected.First(one => LayerPattern.Matches(one.Layer, layer));

        // What starts at zero has no size that could have a slope.
        IEnumerable<CoordinateSlope> AtInit(string layer) => trials.Any(trial => trial.Layers[layer].AtInit != 0)
            ? [AtInitOf(layer, Expectation(layer))]
            : [];

        CoordinateSlope AtInitOf(string layer, LayerExpectation expected) =>
            Slope(layer, expected.SizeQuantity, expected.Slopes.AtInit, run => run.AtInit) with
            {
                PredictedFrom = expected.Slopes.AtInitFrom,
            };

        CoordinateSlope Change(string layer, int at) => ChangeOf(layer, Expectation(layer), at);

        CoordinateSlope ChangeOf(string layer, LayerExpectation expected, int at) =>
            Slope(layer, expected.ChangeQuantity, expected.Slopes.Change, run => run.Changes[at]) with
            {
                PredictedFrom = expected.Slopes.ChangeFrom,
            };

        CoordinateSlope Slope(string layer, SlopeQuantity quantity, double predicted, Func<LayerRun, double> value) => new(
            layer, quantity, predicted, [.. trials.Select(trial => new Observation(trial.Width, trial.Seed, value(trial.Layers[layer])))]);
    }
}
