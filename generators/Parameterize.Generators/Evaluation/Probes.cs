using Parameterize.Generators.Model;

namespace Parameterize.Generators.Evaluation;

/// <summary>
/// The widths at which numbers are computed: the base; all widths at multiples of it, which say how a number grows; others, which tell
/// apart numbers that are alike at those. Depth grows by itself: no layer's size does with it.
/// </summary>
internal static class Probes
{
    /// <summary>Multiples of the base, by probe.</summary>
    public static IReadOnlyList<long> Multiples { get; } = [1, 2, 3, 4, 5, 64, 128, 1 << 10, 1 << 11, 1 << 14, 1 << 15];

    private static readonly long[] s_alone = [2, 3];

    /// <summary>Up to which probe a size has to have a value: no constructor is asked for layers of all widths.</summary>
    public const int Needed = 7;

    /// <summary>The values of one of the numbers that grow.</summary>
    public static Samples Of(int index, IReadOnlyList<WidthSpec> numbers)
    {
        var own = numbers[index];
        var together = own.Axis != GrowthAxis.Depth;
        var multiples = Multiples.Select(multiple => together ? own.Base * multiple : own.Base);
        var between = new[] { (2 * (long)own.Base) + 1, (3 * (long)own.Base) - 1, Math.Max(1, own.Base / 2) }.Select(width =>
            together ? width : own.Base);
        var alone = numbers.SelectMany((_, other) => s_alone.Select(multiple => other == index ? own.Base * multiple : own.Base));
        return Samples.Of(multiples.Concat(between).Concat(alone).Select(static value => (double?)value));
    }
}
