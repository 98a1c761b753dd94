using static Parameterize.Inference.Tests.Drawing.Expressions;

namespace Parameterize.Inference.Tests.Drawing;

/// <summary>Options objects: initialised, set later, copied, aliased, handed to helpers.</summary>
internal static class Objects
{
    private const string Options =
        "public class Options { public long A { get; set; } = 16; public long B { get; set; } = 12; public long Twice => 2 * A; }";
    private const string Built =
        "public class Built(long a, long b) { public long A { get; } = a; public long B => b; public long Sum => A + A; }";
    private const string Sizes = "public record Sizes(long A, long B) { public long Twice => 2 * A; public long Kept { get; init; } = A; }";
    private const string Set = "private static void SetA(Options c, long a) { c.A = a; }";

    public static IReadOnlyList<Statement> All { get; } =
    [
        new(4, Class),
        new(2, PrimaryConstructor),
        new(3, Record),
        new(1, Anonymous),
    ];

    private static void Class(Sketch sketch)
    {
        sketch.Types.Add(Options);
        var (name, a) = (sketch.Name("c"), Size(sketch));
        sketch.Write($"var {name} = new Options {{ A = {a.Text} }};");
        var (first, second) = (new Slot(name + ".A", a.Bounds), new Slot(name + ".B", 12));
        if (sketch.OneIn(2))
            sketch.Assign(second, Size(sketch));
        if (sketch.OneIn(4))
        {
            var alias = sketch.Name("e");
            sketch.Write($"var {alias} = {name};");
            sketch.Assign(first.As(alias + ".A"), Size(sketch));
        }

        if (sketch.OneIn(4))
        {
            sketch.Members.Add(Set);
            var size = Size(sketch);
            sketch.Write($"SetA({name}, {size.Text});");
            first.Hold(size.Bounds);
        }

        sketch.Add(first);
        sketch.Add(second);
        sketch.Add(new(name + ".Twice", first.Number.Bounds * 2) { IsWritable = false });
    }

    private static void PrimaryConstructor(Sketch sketch)
    {
        sketch.Types.Add(Built);
        var (name, a, b) = (sketch.Name("c"), Size(sketch), Size(sketch));
        sketch.Write($"var {name} = new Built({a.Text}, {b.Text});");
        sketch.Add(new(name + ".A", a.Bounds) { IsWritable = false });
        sketch.Add(new(name + ".B", b.Bounds) { IsWritable = false });
        sketch.Add(new(name + ".Sum", a.Bounds + a.Bounds) { IsWritable = false });
    }

    private static void Record(Sketch sketch)
    {
        sketch.Types.Add(Sizes);
        var (name, a, b) = (sketch.Name("c"), Size(sketch), Size(sketch));
        sketch.Write($"var {name} = new Sizes({a.Text}, {b.Text});");
        var kept = a.Bounds;
        if (sketch.OneIn(3))
        {
            a = Size(sketch);
            var copy = sketch.Name("c");
            sketch.Write($"var {copy} = {name} with {{ A = {a.Text} }};");
            name = copy;
        }

        sketch.Add(new(name + ".A", a.Bounds) { IsWritable = false });
        sketch.Add(new(name + ".B", b.Bounds) { IsWritable = false });
        sketch.Add(new(name + ".Twice", a.Bounds * 2) { IsWritable = false });
        sketch.Add(new(name + ".Kept", kept) { IsWritable = false });
    }

    private static void Anonymous(Sketch sketch)
    {
        var (name, a) = (sketch.Name("c"), Size(sketch));
        sketch.Write($"var {name} = new {{ A = {a.Text}, B = 16L }};");
        sketch.Add(new(name + ".A", a.Bounds) { IsWritable = false });
        sketch.Add(new(name + ".B", 16) { IsWritable = false });
    }
}
