namespace Parameterize.Inference.Tests.Drawing;

/// <summary>Draws numbers: mostly what is there already and products of it, as constructors have, at times sums, roundings and choices.</summary>
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
            < 14 when Draw(sketch, depth - 1).Grouped is var one => new(sketch.Pick($"{text} * {one.Text}", $"{one.Text} * {text}"), one.Bounds * factor),
            < 16 when Draw(sketch, depth - 1).Grouped is var one && one.Bounds.Least >= factor => new($"{one.Text} / {text}", one.Bounds / factor),
            16 when Draw(sketch, depth - 1).Grouped is var one => new($"{one.Text} + {one.Text}", one.Bounds + one.Bounds),
            17 when Draw(sketch, depth - 1).Grouped is var one => new($"({one.Text} + 7) / 8 * 8", new(8, one.Bounds.Most + 7)),
            18 when Draw(sketch, depth - 1).Grouped is var one => new($"{one.Text} + {text}", one.Bounds + factor),
            19 when Draw(sketch, depth - 1).Grouped is var one => new($"{one.Text} << 1", one.Bounds * 2),
            20 when (Draw(sketch, depth - 1), Draw(sketch, depth - 1)) is var (one, two) =>
                new($"Math.{sketch.Pick("Max", "Min")}({one.Text}, {two.Text})", one.Bounds.Or(two.Bounds)),
            21 when Draw(sketch, depth - 1).Grouped is var one =>
                new($"(wide ? {text} * {one.Text} : {one.Text})", (one.Bounds * factor).Or(one.Bounds)),
            22 when (Atom(sketch), Atom(sketch)) is var (one, two) => new($"{one.Text} * {two.Text}", one.Bounds * two.Bounds),
            23 when Draw(sketch, depth - 1) is var one => new($"checked((int)({one.Text}))", one.Bounds),
            _ => Atom(sketch),
        };
    }

    private static Number Atom(Sketch sketch) => sketch.Next(12) switch
    {
        0 => Constant(sketch),
        < 5 => new("width", DrawnModel.Widths),
        _ => sketch.Readable().Number,
    };
}
