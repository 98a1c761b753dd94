using System.Globalization;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Evaluation;

/// <summary>
/// How a computed size grows, by its values at the widths of <see cref="Probes"/>. It is one that grows with width if it is a whole number
/// at
/// each, never shrinks, is larger at four times the base, and like a power of the width where that is large.
/// </summary>
/// <param name="Exponent">x in <c>n^x</c>; null if it grows like no power.</param>
/// <param name="Fault">Why it is no size that grows, as the rest of a sentence that begins with it; null if it is one.</param>
internal sealed record SizeGrowth(Rational? Exponent, string? Fault)
{
    private const double Tolerance = 0.02;

    private static readonly Rational[] s_exponents =
    [
        new(1, 4), new(1, 3), Rational.Half, new(2, 3), new(3, 4), Rational.One, new(4, 3), new(3, 2), new(2, 1), new(3, 1),
    ];

    public static SizeGrowth Of(Samples size)
    {
        var before = 0.0;
        for (var probe = 0; probe < Probes.Needed; probe++)
        {
            var where = Where(probe);
            if (size[probe] is not { } value)
            {
                return No($"has no value at {where}; use numbers that do not overflow and need no exception");
            }

            if (value < 1 || value > int.MaxValue || Math.Floor(value) != value)
            {
                return No($"is {Text(value)} at {where}, which is no size of a layer");
            }

            if (value < before)
            {
                return No(
                    $"is {Text(before)} at {Where(probe - 1)} and {Text(value)} at {where}; give a size that does not shrink as widths "
                        + "grow");
            }

            before = value;
        }

        return size[3] == size.AtBase
            ? No(
                $"is {Text(size[0]!.Value)} at base widths and at four times those, so that it is not known to grow; give a constant, or "
                    + "a size that grows from the base on")
            : Power(size);
    }

    private static SizeGrowth Power(Samples size)
    {
        // The last pair of doubled widths at which no type overflows.
        var pair = Enumerable.Range(0, (Probes.Multiples.Count - 5) / 2).Select(static index => Probes.Multiples.Count - 2 - (2 * index))
            .First(index => size[index] is not null && size[index + 1] is not null);
        var (from, to) = (size[pair]!.Value, size[pair + 1]!.Value);
        var exponent = Math.Log(to / from) / Math.Log(2);
        if (to <= from)
        {
            return No(
                $"stops growing: it is {Text(from)} at {Where(pair)} and {Text(to)} at {Where(pair + 1)}; give a size that grows with "
                    + "its widths throughout");
        }

        if (s_exponents.FirstOrDefault(candidate =>
            Math.Abs(candidate.ToDouble() - exponent) <= Tolerance) is { IsZero: false } power)
        {
            return new(power, null);
        }

        return No(
            $"grows like no power of its widths: from {Text(from)} at {Where(pair)} to {Text(to)} at {Where(pair + 1)}; give a "
                + "size that grows like one");
    }

    private static SizeGrowth No(string fault) => new(null, fault);

    private static string Where(int probe) =>
        probe == 0 ? "base widths" : $"{Probes.Multiples[probe].ToString(CultureInfo.InvariantCulture)} times the base";

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
