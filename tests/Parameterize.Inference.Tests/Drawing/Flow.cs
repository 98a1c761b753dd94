using static Parameterize.Inference.Tests.Drawing.Expressions;

namespace Parameterize.Inference.Tests.Drawing;

/// <summary>Branches and loops around assignments.</summary>
internal static class Flow
{
    public static IReadOnlyList<Statement> All { get; } =
    [
        new(3, If),
        new(1, Switch),
        new(2, Doubling),
        new(1, Delayed),
        new(2, ForEach),
        new(1, TryFinally),
        new(1, Pattern),
    ];

    private static void If(Sketch sketch)
    {
        var slot = sketch.Declare(Size(sketch), "long");
        var condition = sketch.Pick("wide", "!wide", "width > 8", "wide && width > 0");
        sketch.Block($"if ({condition})", () => sketch.Assign(slot, Size(sketch)));
        if (sketch.OneIn(2))
            sketch.Block("else", () => sketch.Assign(slot, Size(sketch)));
    }

    private static void Switch(Sketch sketch)
    {
        var (a, b) = (Size(sketch), Size(sketch));
        sketch.Declare(new($"wide switch {{ true => {a.Text}, _ => {b.Text} }}", a.Bounds.Or(b.Bounds)));
    }

    private static void Doubling(Sketch sketch)
    {
        var start = Size(sketch);
        if (start.Bounds.Most > Bounds.Largest / 4)
            return;
        var slot = sketch.Declare(start, "long");
        sketch.Block(
            sketch.Pick("for (int i = 0; i < 2; i++)", "foreach (var _ in new[] { 1, 2 })"), () => sketch.Write($"{slot.Text} *= 2;"));
        slot.Hold(start.Bounds * 4);
    }

    // What one round leaves is seen by the next but one, or by none.
    private static void Delayed(Sketch sketch)
    {
        // Drawn before the chain is there to be read, whose numbers would leave their bounds from round to round.
        var last = Size(sketch);
        Slot[] chain = [.. Enumerable.Range(0, 2 + sketch.Next(4)).Select(_ => sketch.Declare(Size(sketch), "long"))];
        var all = chain.Select(slot => slot.Number.Bounds).Append(last.Bounds).Aggregate((a, b) => a.Or(b));
        sketch.Block(FormattableString.Invariant($"for (int i = 0; i < {1 + sketch.Next(6)}; i++)"), () =>
        {
            foreach (var (to, from) in chain.Zip(chain.Skip(1)))
                sketch.Write($"{to.Text} = {from.Text};");
            sketch.Write($"{chain[^1].Text} = {last.Text};");
        });
        foreach (var slot in chain)
            slot.Hold(all);
    }

    private static void ForEach(Sketch sketch)
    {
        var slot = sketch.Declare(Size(sketch), "long");
        var (item, a, b) = (sketch.Name("q"), Size(sketch), Size(sketch));
        sketch.Block(
            sketch.Pick(
                $"foreach (var {item} in new[] {{ {a.Text}, {b.Text} }})",
                $"foreach (var {item} in new List<long> {{ {a.Text}, {b.Text} }})"),
            () => sketch.Assign(slot, new(item, a.Bounds.Or(b.Bounds))));
    }

    private static void TryFinally(Sketch sketch)
    {
        var slot = sketch.Declare(Size(sketch), "long");
        sketch.Block("try", () => sketch.Assign(slot, Size(sketch)));
        sketch.Block("finally", () => sketch.Assign(slot, Size(sketch)));
    }

    private static void Pattern(Sketch sketch)
    {
        var (slot, size, name) = (sketch.Declare(Size(sketch), "long"), Size(sketch).Grouped, sketch.Name("q"));
        sketch.Block($"if ({size.Text} is var {name} and > 0)", () => sketch.Assign(slot, new(name, size.Bounds)));
    }
}
