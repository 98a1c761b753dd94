namespace Parameterize.Inference.Tests.Drawing;

/// <summary>
/// Draws numbers: mostly what is there already and products of it, as constructors have, at times sums, roundings and choices.
/// </summary>
internal static class Expressions
{
    private static readonly long[] s_factors = [2, 3, 4];

    /// <summary>A number that a layer can be built with.</summary>
    public static Number Size(Sketch sketch)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var drawn = Draw(sketch, depth: 2);
            if (drawn.Bounds.IsUsable)
                return drawn;
        }

        return new("width", DrawnModel.Widths);
    }

    /// <summary>A number that does not grow.</summary>
    public static Number Constant(Sketch sketch)
    {
        var value = sketch.Pick<long>(5, 6, 12, 16);
        return new(FormattableString.Invariant($"{value}L"), value);
    }

    private static Number Draw(Sketch sketch, int depth)
    {
        if (depth == 0)
            return Atom(sketch);

        var factor = sketch.Pick(s_factors);
        var text = FormattableString.Invariant($"{factor}");
        return sketch.Next(60) switch
        {
            < 9 => Atom(sketch),
            < 14 when Draw(sketch, depth - 1).Grouped is var one =>
                new(sketch.Pick($"{text} * {one.Text}", $"{one.Text} * {text}"), one.Bounds * factor),
            < 16 when Draw(sketch, depth - 1).Grouped is var one && one.Bounds.Least >= factor =>
                new($"{one.Text} / {text}", one.Bounds / factor),
            16 when Draw(sketch, depth - 1).Grouped is var one => new($"{one.Text} + {one.Text}", one.Bounds + one.Bounds),
            17 when Draw(sketch, depth - 1).Grouped is var one => new($"({one.Text} + 7) / 8 * 8", new(8, one.Bounds.Most + 7)),
            18 when Draw(sketch, depth - 1).Grouped is var one => new($"{one.Text} + {text}", one.Bounds + factor),
            19 when Draw(sketch, depth - 1).Grouped is var one => new($"{one.Text} << 1", one.Bounds * 2),
            20 when (Draw(sketch, depth - 1), Draw(sketch, depth - 1)) is var (one, two) =>
                new($"Math.{sketch.Pick("Max", "Min")}({one.Text}, {two.Text})", one.Bounds.Or(two.Bounds)),
            21 when Draw(sketch, depth - 1).Grouped is var one =>
                new($"(wide ? {text} * {one.Text} : {one.Text})", (one.Bounds * factor).Or(one.Bounds)),
            22 when (Atom(sketch), Atom(sketch)) is var (one, two) => new($"{one.Text} * {two.Text}", one.Bounds * two.Bounds),
            23 when Draw(sketch, depth - 1) is var one => new($"(long)checked((int)({one.Text}))", one.Bounds),
            < 32 when Draw(sketch, depth - 1).Grouped is var one => Computed(sketch, one),
            _ => Atom(sketch),
        };
    }

    /// <summary>What is computed from a number, and mostly no multiple of it.</summary>
    private static Number Computed(Sketch sketch, Number one)
    {
        var (least, most) = (one.Bounds.Least, one.Bounds.Most);
        var unit = sketch.Pick(3, 4, 5, 8);
        var text = FormattableString.Invariant($"{unit}");
        return sketch.Next(9) switch
        {
            0 => new($"(8 * {one.Text} / 3 + {text} - 1) / {text} * {text}", new(8 * least / 3, (8 * most / 3) + unit)),
            1 => new($"({one.Text} + 3) & ~3L", new(least, most + 3)),
            2 => new($"(long)({one.Text} * 1.3)", new(least, 2 * most)),
            3 => new($"(long)Math.{sketch.Pick("Ceiling", "Round")}({one.Text} * 0.7)", new(least / 2, most)),
            4 => new($"(5 * {one.Text}) >> 2", new(least, 2 * most)),
            5 => new($"{one.Text} + {one.Text} % {text}", new(least, most + unit)),
            6 => new($"(long)Math.Sqrt(12 * {one.Text})", new(3, 12 * most)),
            7 => new($"(width > 16 ? {text} * {one.Text} : 2 * {one.Text})", new(2 * least, 8 * most)),
            _ => new($"Math.Abs({one.Text} - 2 * {text})", new(0, Math.Max(most, 16))),
        };
    }

    private static Number Atom(Sketch sketch) => sketch.Next(12) switch
    {
        0 => Constant(sketch),
        < 5 => new("width", DrawnModel.Widths),
        _ => sketch.Readable().Number,
    };
}
