using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Statistics;
using Parameterize.Experiments.Sweeps;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Signals;

namespace Parameterize.Samples.RichnessDial.Plane;

/// <summary>One place with its slopes over width.</summary>
/// <param name="Point">The place.</param>
/// <param name="AtInit">Of each layer's output at init, predicted and measured.</param>
/// <param name="Changes">Of each layer's change.</param>
/// <param name="Shares">Of the output's change that one layer's update makes alone.</param>
/// <param name="Loss">Of the change of the loss.</param>
/// <param name="IsPredicted">Whether the calculus finds it stable, and every layer's update of use.</param>
internal sealed record PlaneResult(
    PlanePoint Point,
    IReadOnlyList<WidthSlope> AtInit,
    IReadOnlyList<WidthSlope> Changes,
    IReadOnlyList<WidthSlope> Shares,
    WidthSlope Loss,
    bool IsPredicted)
{
    /// <summary>How far a slope of three widths may be off.</summary>
    public const double Tolerance = 0.12;

    /// <summary>
    /// The fastest growth of anything: above 0 it is not stable. One layer's part of the output's change may grow long before the sum.
    /// </summary>
    public WidthSlope Growth => All.MaxBy(slope => slope.Slope)!;

    /// <summary>What some layer's update does to the output and loses fastest: below 0, that layer trains for nothing.</summary>
    public WidthSlope Least => Shares.MinBy(slope => slope.Slope)!;

    /// <summary>What is wrong with the place, as a power of n: growth if that is the larger, else what is lost.</summary>
    public WidthSlope Excess => Growth.Slope > -Least.Slope ? Growth : Least;

    /// <summary>Stable and nontrivial: nothing grows, and every layer's update moves the output at every width.</summary>
    public bool IsSound => Growth.Slope <= Tolerance && Least.Slope >= -Tolerance;

    /// <summary>Every slope.</summary>
    public IEnumerable<WidthSlope> All => AtInit.Concat(Changes).Concat(Shares);
}

/// <summary>What was measured around one r.</summary>
/// <param name="Richness">r.</param>
/// <param name="Exponents">What one layer was put off by.</param>
/// <param name="Plane">By rate of the layers below (row, falling), then init of the readout (column, rising).</param>
/// <param name="Single">By layer, init before rate, then by exponent.</param>
internal sealed record PlaneResults(
    Rational Richness,
    IReadOnlyList<Rational> Exponents,
    IReadOnlyList<IReadOnlyList<PlaneResult>> Plane,
    IReadOnlyList<(string Name, IReadOnlyList<PlaneResult> Row)> Single)
{
    /// <summary>Every place once: the rules themselves are in the plane and in each row.</summary>
    public IReadOnlyList<PlaneResult> All =>
        [.. Plane.SelectMany(row => row).Concat(Single.SelectMany(row => row.Row)).DistinctBy(result => result.Point.Name)];
}

/// <summary>Leaves the rules by powers of n, and measures what becomes of training (Karkada, arXiv 2404.19719, section 3).</summary>
internal static class PlaneStudy
{
    private static readonly Rational Held = new(1, 4);
    private static readonly Rational[] Inits = [new(-1, 2), new(-1, 4), 0, new(1, 4), new(1, 2)];

    public static PlaneResults Run(SampleRun run, ResultStore store)
    {
        var widths = run.Pick<long[]>([64, 256], [64, 256, 1024], [64, 256, 1024, 4096]);
        var inits = run.Pick<Rational[]>([new(-1, 4), 0, new(1, 4)], Inits, Inits);
        Rational[] rates = [.. inits.Select(init => -(init + init))];
        var exponents = inits;
        var plane = rates.Select(rate => inits.Select(init => PlanePoint.OfPlane(init, rate)).ToArray()).ToArray();
        var single = PlanePoint.Layers.SelectMany(layer => new (string Name, PlanePoint[] Row)[]
        {
            ($"{layer.Name} init", [.. exponents.Select(x => x.IsZero ? PlanePoint.OfPlane(0, 0) : PlanePoint.OfInit(layer.Name, x))]),
            ($"{layer.Name} rate", [.. exponents.Select(y => y.IsZero ? PlanePoint.OfPlane(0, 0) : PlanePoint.OfRate(layer.Name, y))]),
        }).ToArray();
        PlaneTrial[] plan =
        [
            .. from width in widths.Reverse()
               from point in plane.SelectMany(row => row).Concat(single.SelectMany(row => row.Row)).DistinctBy(point => point.Name)
               from seed in Enumerable.Range(0, run.Pick(3, 8, 8))
               select new PlaneTrial(point, Held.ToDouble(), width, seed, run.Placement),
        ];
        var results = StudyProgress.Of(run, "the plane of init and rate", progress => TrialRun.Of(
            store, plan, trial => trial.Id, (trial, token) => trial.Run(token), run.Placement.Workers, progress, run.Cancellation));
        var byPoint = results.ToLookup(result => result.Settings["point"]);
        return new PlaneResults(
            Held,
            exponents,
            [.. plane.Select(row => row.Select(Of).ToArray())],
            [.. single.Select(row => (row.Name, (IReadOnlyList<PlaneResult>)[.. row.Row.Select(Of)]))]);

        PlaneResult Of(PlanePoint point)
        {
            var theory = point.Propagate(Held);
            return new PlaneResult(
                point,
                Each(PlaneQuantity.AtInit, layer => theory[layer].AtInit),
                Each(PlaneQuantity.Change, layer => theory[layer].Change),
                Each(PlaneQuantity.Share, layer => theory[layer].Own + theory[layer].Gradient + (layer == PlanePoint.Readout ? 0 : 1)),
                Slope(PlaneQuantity.Loss, 0),
                theory[SignalProperty.Stable].Holds && theory[SignalProperty.Faithful].Holds && IsOfUse(theory));

            IReadOnlyList<WidthSlope> Each(Func<string, string> quantity, Func<string, Growth> predicted) =>
                [.. PlanePoint.Layers.Select(layer => Slope(quantity(layer.Name), predicted(layer.Name).Exponent!.Value.ToDouble()))];

            WidthSlope Slope(string quantity, double predicted) => new(predicted, [.. byPoint[point.Name].Select(result =>
                new Observation(result.NumericSetting("width"), (int)result.NumericSetting("seed"), result.Numbers[quantity]))]);
        }
    }

    private static bool IsOfUse(SignalPropagation theory) =>
        new[] { SignalProperty.Nontrivial, SignalProperty.UsefulUpdate, SignalProperty.Maximal }.All(property => theory[property].Holds);
}
