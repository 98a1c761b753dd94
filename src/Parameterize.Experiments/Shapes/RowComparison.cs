using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Shapes;

namespace Parameterize.Experiments.Shapes;

/// <summary>One row of a model's table against the shapes that its tensor has at two widths.</summary>
/// <param name="Row">The row at the smaller width.</param>
/// <param name="Claimed">How m and q grow by the tables.</param>
/// <param name="From">The shape at the smaller width.</param>
/// <param name="To">The shape at the larger width.</param>
internal sealed record RowComparison(TensorParameterization Row, ShapeGrowth Claimed, long[] From, long[] To)
{
    private const double Rounding = 1e-9;

    /// <summary>How m and q grow by the shapes; null where it is not known which axes they are.</summary>
    private ShapeGrowth? Measured => Row.Shape is null ? null : new ShapeGrowth(Growth(AxisRole.FanIn), Growth(AxisRole.FanOut));

    public ShapeVerdict Verdict(long smaller, long larger) => Problem() is { } problem
        ? new ShapeVerdict(
            Row.Name, Row.Kind, Claimed, Measured, ShapeOutcome.Fail,
            ShapeDiagnosis.Of(Row, problem, Measured, (smaller, From), (larger, To)))
        : new ShapeVerdict(Row.Name, Row.Kind, Claimed, Measured, ShapeOutcome.Pass);

    private string? Problem()
    {
        if (From.Length != To.Length)
        {
            return "the number of its axes changes";
        }

        if (Measured is not { } measured)
        {
            return Agrees(Product(From, _ => true), Product(To, _ => true), Claimed.FanIn * Claimed.FanOut)
                ? null
                : FormattableString.Invariant(
                    $"the number of its entries does not grow {Claimed.FanIn * Claimed.FanOut:0.###}-fold, as m q in the table");
        }

        var grown = Enumerable.Range(0, From.Length).FirstOrDefault(axis => Is(axis, AxisRole.Finite) && From[axis] != To[axis], -1);
        if (!Agrees(AxisRole.FanIn, Claimed.FanIn))
        {
            return ShapeDiagnosis.Differs("m", Claimed.FanIn, measured.FanIn);
        }

        if (!Agrees(AxisRole.FanOut, Claimed.FanOut))
        {
            return ShapeDiagnosis.Differs("q", Claimed.FanOut, measured.FanOut);
        }

        if (grown >= 0)
        {
            return FormattableString.Invariant($"axis {grown} changes, and is neither m nor q");
        }

        if (measured.FanIn != 1 && !Row.Kind.FanInIsWidth())
        {
            return "m grows, and the fan-in of its kind is no width";
        }

        return measured.FanOut != 1 && !Row.Kind.FanOutIsWidth() ? "q grows, and the fan-out of its kind is no width" : null;
    }

    private double Growth(AxisRole role) => Product(To, axis => Is(axis, role)) / Product(From, axis => Is(axis, role));

    /// <summary>
    /// Between multiples of the base the smaller size may be rounded itself: what it is without that, a whole size at base widths says.
    /// </summary>
    private bool Agrees(AxisRole role, double growth)
    {
        var (from, to, ratio) =
            (Product(From, axis => Is(axis, role)), Product(To, axis => Is(axis, role)), role == AxisRole.FanIn ? Row.FanIn : Row.FanOut);
        var isExact = Math.Abs(ratio - Math.Round(ratio)) <= Rounding * ratio;
        var (least, most) = ((long)Math.Floor((from - 1) / ratio) + 1, (long)Math.Ceiling((from + 1) / ratio) - 1);
        return Agrees(from, to, growth) || (!isExact && Between(least, most).Any(atBase => Agrees(atBase * ratio, to, growth)));
    }

    private static IEnumerable<long> Between(long least, long most)
    {
        for (var size = least; size <= most; size++)
        {
            yield return size;
        }
    }

    private bool Is(int axis, AxisRole role) => axis < Row.Shape!.Axes.Count && Row.Shape.Axes[axis].Role == role;

    private static double Product(long[] shape, Func<int, bool> takesPart) =>
        shape.Where((_, axis) => takesPart(axis)).Aggregate(1.0, (product, size) => product * size);

    /// <summary>A size that integer division has rounded is right.</summary>
    private static bool Agrees(double from, double to, double growth) =>
        to >= Math.Floor(from * growth * (1 + Rounding)) && to <= Math.Ceiling(from * growth * (1 - Rounding));
}
