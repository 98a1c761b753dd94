using System.Globalization;

namespace Parameterize.Scaling.Shapes;

/// <summary>What is claimed of one axis of a tensor.</summary>
/// <param name="Role">What it is, and so how it grows.</param>
/// <param name="AtBase">Its size at base widths; null where that is not known.</param>
public sealed record AxisClaim(AxisRole Role, long? AtBase)
{
    /// <summary>
    /// As <c>256 q</c>, <c>32 m</c>, <c>3</c>; <c>?</c> for a size that is not known, <c>*</c> for an axis of which nothing is claimed.
    /// </summary>
    public override string ToString() => Role == AxisRole.Free ? "*" : (AtBase?.ToString(CultureInfo.InvariantCulture) ?? "?") + Role switch
    {
        AxisRole.FanIn => " m",
        AxisRole.FanOut => " q",
        _ => "",
    };

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    internal static AxisClaim Parse(string text)
    {
        if (text == "*")
        {
            return new AxisClaim(AxisRole.Free, null);
        }

        var role = text switch
        {
            _ when text.EndsWith(" m", StringComparison.Ordinal) => AxisRole.FanIn,
            _ when text.EndsWith(" q", StringComparison.Ordinal) => AxisRole.FanOut,
            _ => AxisRole.Finite,
        };
        var size = role == AxisRole.Finite ? text : text.Substring(0, text.Length - 2);
        if (size == "?")
        {
            return new AxisClaim(role, null);
        }

        if (long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var atBase))
        {
            return new AxisClaim(role, atBase);
        }

        throw new FormatException(
            $"'{text}' claims nothing of an axis; write a size at base widths or '?', and 'm' or 'q' after it if it grows like " +
            "that: '256 q'.");
    }
}
