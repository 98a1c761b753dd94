using System.Globalization;

namespace Parameterize.Scaling.Shapes;

/// <content>The claim against one shape.</content>
public sealed partial class ShapeClaim
{
    private const double Rounding = 1e-9;

    /// <summary>
    /// The first place where a shape is not as claimed, in a sentence; null if there is none, as far as sizes at base widths are known.
    /// </summary>
    /// <param name="shape">The tensor's shape.</param>
    /// <param name="fanIn">m at the widths that it was built with.</param>
    /// <param name="fanOut">q there.</param>
    public string? Contradiction(long[] shape, double fanIn, double fanOut)
    {
        var length = (shape ?? throw new ArgumentNullException(nameof(shape))).Length;
        if (length < _axes.Length || (length > _axes.Length && !IsOpen))
        {
            return $"Its number of axes is {Number(length)} and should be {Number(_axes.Length)}.";
        }

        var (m, q) = (1.0, 1.0);
        for (var axis = 0; axis < _axes.Length; axis++)
        {
            switch (_axes[axis])
            {
                case { Role: AxisRole.FanIn }:
                    m *= shape[axis];
                    break;
                case { Role: AxisRole.FanOut }:
                    q *= shape[axis];
                    break;
                case { Role: AxisRole.Finite, AtBase: { } size } when shape[axis] != size:
                    return $"Axis {Number(axis)} is {Number(shape[axis])} and should be {Number(size)} at every width.";
            }
        }

        return Of(AxisRole.FanIn, "m", m, _fanInAtBase, fanIn) ?? Of(AxisRole.FanOut, "q", q, _fanOutAtBase, fanOut);
    }

    /// <summary>A width that integer division does not divide is rounded.</summary>
    private string? Of(AxisRole role, string symbol, double actual, double? atBase, double ratio)
    {
        if (atBase is null)
        {
            return _axes.Count(axis => axis.Role == role) != 1 || IsOfWholeBase(actual, ratio) ? null
                : $"{Names(role)} {Number(actual)} with {symbol} = {Number(ratio)}, which would be {Number(actual / ratio)} at base " +
                  "widths and is no whole number: "
                    + "choose base widths at which it is one.";
        }

        var size = atBase.Value * ratio;
        return IsRounded(actual, size)
            ? null
            : $"{Names(role)} {Number(actual)} and should be {Number(size)}, which is {Number(atBase.Value)} {symbol} with {symbol} = " +
              $"{Number(ratio)}.";
    }

    private static bool IsRounded(double actual, double size) =>
        actual >= Math.Floor(size * (1 + Rounding)) && actual <= Math.Ceiling(size * (1 - Rounding));

    /// <summary>Whether some size at base widths, whichever it is, makes it this one.</summary>
    private static bool IsOfWholeBase(double actual, double ratio) =>
        IsRounded(actual, Math.Floor(actual / ratio * (1 + Rounding)) * ratio)
            || IsRounded(actual, Math.Ceiling(actual / ratio * (1 - Rounding)) * ratio);

    private string Names(AxisRole role)
    {
        var axes = Enumerable.Range(0, _axes.Length).Where(axis => _axes[axis].Role == role).Select(axis => Number(axis)).ToArray();
        return axes.Length == 1 ? $"Axis {axes[0]} is" : $"Axes {string.Join(" and ", axes)} together are";
    }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
