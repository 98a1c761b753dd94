using static Parameterize.Inference.Tests.Drawing.Expressions;

namespace Parameterize.Inference.Tests.Drawing;

/// <summary>Locals and fields: declared, assigned, swapped.</summary>
internal static class Locals
{
    public static IReadOnlyList<Statement> All { get; } =
    [
        new(6, sketch => sketch.Declare(Size(sketch))),
        new(2, sketch => sketch.Declare(Constant(sketch))),
        new(3, Assign),
        new(2, Compound),
        new(1, Swap),
        new(2, Tuple),
        new(1, Deconstruct),
        new(2, Field),
        new(1, Nullable),
        new(1, Reference),
    ];

    private static void Assign(Sketch sketch)
    {
        if (sketch.Writable() is { } slot)
            sketch.Assign(slot, Size(sketch));
    }

    private static void Compound(Sketch sketch)
    {
        if (sketch.Writable() is not { Number.Bounds: var bounds } slot || bounds.Most > Bounds.Largest / 2)
            return;
        sketch.Write($"{slot.Text} *= 2;");
        slot.Hold(bounds * 2);
    }

    private static void Swap(Sketch sketch)
    {
        if ((sketch.Writable(), sketch.Writable()) is not ({ } one, { } two) || one == two)
            return;
        var both = one.Number.Bounds.Or(two.Number.Bounds);
        sketch.Write($"({one.Text}, {two.Text}) = ({two.Text}, {one.Text});");
        one.Hold(both);
        two.Hold(both);
    }

    private static void Tuple(Sketch sketch)
    {
        var (name, a, b) = (sketch.Name("t"), Size(sketch), Size(sketch));
        sketch.Write($"var {name} = (A: {a.Text}, B: {b.Text});");
        var (first, second) = (sketch.Add(new(name + ".A", a.Bounds)), sketch.Add(new(name + ".Item2", b.Bounds)));
        if (sketch.OneIn(3))
            sketch.Assign(sketch.Pick(first, second), Size(sketch));
    }

    private static void Deconstruct(Sketch sketch)
    {
        var (a, b) = (Size(sketch), Size(sketch));
        var (first, second) = (sketch.Name("v"), sketch.Name("v"));
        sketch.Write($"var ({first}, {second}) = ({a.Text}, {b.Text});");
        sketch.Add(new(first, a.Bounds));
        sketch.Add(new(second, b.Bounds));
    }

    private static void Field(Sketch sketch)
    {
        var (name, value) = (sketch.Name("_f"), Size(sketch));
        var slot = new Slot(name, value.Bounds);
        sketch.Members.Add(sketch.OneIn(3) ? $"private long {name} {{ get; set; }}" : $"private long {name};");
        sketch.Assign(slot, value);
        sketch.Add(slot);
        if (sketch.OneIn(2))
        {
            sketch.Members.Add($"private long Twice{name} => 2 * {name};");
            sketch.Add(new($"Twice{name}", value.Bounds * 2) { IsWritable = false });
        }
    }

    private static void Nullable(Sketch sketch)
    {
        var value = Size(sketch);
        var name = sketch.Name("n");
        sketch.Write($"long? {name} = {value.Text};");
        var other = Size(sketch);
        sketch.Declare(new($"{name} ?? {other.Text}", value.Bounds.Or(other.Bounds)));
    }

    private static void Reference(Sketch sketch)
    {
        var slot = sketch.Declare(Size(sketch), "long");
        var name = sketch.Name("r");
        sketch.Write($"ref long {name} = ref {slot.Text};");
        sketch.Assign(slot.As(name), Size(sketch));
    }
}
