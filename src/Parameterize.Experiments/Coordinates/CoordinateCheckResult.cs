using Parameterize.Charts;
using Parameterize.Charts.Report;
using Parameterize.Experiments.Shapes;

namespace Parameterize.Experiments.Coordinates;

/// <summary>What a coordinate check measured.</summary>
/// <param name="Model">The class's name.</param>
/// <param name="Richness">The richness that it ran at.</param>
/// <param name="Slopes">Two per layer: its size at init, and its change by training.</param>
public sealed record CoordinateCheckResult(string Model, double Richness, IReadOnlyList<CoordinateSlope> Slopes)
{
    /// <summary>What the shapes say of the model's table, as it was found before anything was trained.</summary>
    public ShapeCheckResult? Shapes { get; init; }

    /// <summary>
    /// The layers of the model's table that gave out nothing as modules of their own, so that nothing was measured of them: a parameter, or
    /// a layer that is run by its weight or with two inputs.
    /// </summary>
    public IReadOnlyList<string> Unmeasured { get; init; } = [];

    /// <summary>What was varied: <c>width</c>, or <c>depth</c>.</summary>
    public string Size { get; init; } = "width";

    /// <summary>
    /// What was measured at initialization and after the last step, or after each (<see cref="CoordinateCheck{TModel}.EachStep"/>).
    /// </summary>
    public IReadOnlyList<CoordinateStep> Course { get; init; } = [];

    /// <summary>The same in the standard parametrization; null unless it was asked for.</summary>
    public CoordinateCheckResult? Standard { get; init; }

    /// <summary>A verdict per slope.</summary>
    public IReadOnlyList<SlopeVerdict> Verdicts(double tolerance = 0.1) => [.. Slopes.Select(slope => slope.Verdict(tolerance))];

    /// <summary>
    /// A panel for each step that was measured: each layer over width with a band over seeds, the predicted slopes dashed, the standard
    /// parametrization beside it. <c>result.Plot().WriteSvg("check.svg")</c> writes it.
    /// </summary>
    public Figure Plot() => CoordinatePlot.Of(
        $"{Model}: layers over {Size}",
        Size,
        Standard is null ? [(Model, Course)] : [(Model, Course), (CoordinatePlot.Standard, Standard.Course)]);

    /// <summary>The verdicts, and the plot with its numbers, as a page: <c>result.ToPage().Write("check.html")</c>.</summary>
    /// <param name="tolerance">How far a slope of finite widths may be off.</param>
    public ReportPage ToPage(double tolerance = 0.1)
    {
        var page = new ReportPage($"Coordinate check of {Model}");
        return CoordinatePage.Verdicts(page, Model, Richness, Verdicts(tolerance), Unmeasured)
            .Section($"Over {Size}", CoordinatePage.Legend, Plot());
    }

    /// <summary>Passes if every slope is as predicted.</summary>
    /// <param name="tolerance">How far a slope of finite widths may be off.</param>
    /// <exception cref="CoordinateCheckException">Some slope is not; the message has a diagnosis for each that is not.</exception>
    public CoordinateCheckResult Assert(double tolerance = 0.1)
    {
        var wrong = Verdicts(tolerance).Where(verdict => !verdict.Passed).ToArray();
        return wrong.Length == 0
            ? this
            : throw new CoordinateCheckException(
                FormattableString.Invariant($"{Model} at r = {Richness}, slopes over width: ") +
                $"{VerdictTally.Of(SlopeTable.Of(Verdicts(tolerance)))}." +
                string.Concat(wrong.Select(verdict => "\n- " + verdict.Diagnosis)));
    }
}
