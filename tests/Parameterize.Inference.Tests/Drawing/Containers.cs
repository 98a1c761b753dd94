using static Parameterize.Inference.Tests.Drawing.Expressions;

namespace Parameterize.Inference.Tests.Drawing;

/// <summary>Arrays, lists, dictionaries: initialised, indexed, written, aliased, queried.</summary>
internal static class Containers
{
    public static IReadOnlyList<Statement> All { get; } =
    [
        new(4, Indexed),
        new(2, Dictionary),
        new(2, Query),
        new(1, Pair),
    ];

    private static void Indexed(Sketch sketch)
    {
        var (name, a, b) = (sketch.Name("d"), Size(sketch), sketch.OneIn(3) ? Constant(sketch) : Size(sketch));
        sketch.Write(sketch.Pick(
            $"var {name} = new long[] {{ {a.Text}, {b.Text} }};",
            $"long[] {name} = [{a.Text}, {b.Text}];",
            $"var {name} = new List<long> {{ {a.Text}, {b.Text} }};",
            $"List<long> {name} = [{a.Text}, {b.Text}];"));
        Slot[] elements = [new($"{name}[0]", a.Bounds), new($"{name}[1]", b.Bounds)];
        if (sketch.OneIn(4))
            sketch.Assign(sketch.Pick(elements), Size(sketch));
        if (sketch.OneIn(5))
        {
            var alias = sketch.Name("e");
            sketch.Write($"var {alias} = {name};");
            sketch.Assign(elements[0].As($"{alias}[0]"), Size(sketch));
        }

        sketch.Add(elements[0]);
        sketch.Add(sketch.OneIn(3) ? elements[1].As($"{name}[^1]") : elements[1]);
    }

    private static void Dictionary(Sketch sketch)
    {
        var (name, a, b) = (sketch.Name("d"), Size(sketch), Size(sketch));
        sketch.Write(sketch.Pick(
            $"var {name} = new Dictionary<string, long> {{ [\"a\"] = {a.Text}, [\"b\"] = {b.Text} }};",
            $"var {name} = new Dictionary<string, long> {{ {{ \"a\", {a.Text} }}, {{ \"b\", {b.Text} }} }};"));
        Slot[] entries = [new($"{name}[\"a\"]", a.Bounds), new($"{name}[\"b\"]", b.Bounds)];
        if (sketch.OneIn(4))
            sketch.Assign(sketch.Pick(entries), Size(sketch));
        foreach (var entry in entries)
            sketch.Add(entry);
    }

    private static void Query(Sketch sketch)
    {
        var (a, b) = (Size(sketch), Size(sketch));
        var (items, both) = ($"new[] {{ {a.Text}, {b.Text} }}", a.Bounds.Or(b.Bounds));
        sketch.Declare(sketch.Next(7) switch
        {
            0 => new($"{items}.First()", both),
            1 => new($"{items}.Last()", both),
            2 => new($"{items}.Select(q => 2 * q).First()", both * 2),
            3 => new($"{items}.Select((q, i) => (i + 1) * q).Last()", both * new Bounds(1, 2)),
            4 => new($"{items}.Sum()", a.Bounds + b.Bounds),
            5 => new($"{items}.Max()", both),
            _ => new($"{items}.Where(q => q > 12).DefaultIfEmpty({a.Text}).First()", both),
        });
    }

    private static void Pair(Sketch sketch)
    {
        var (name, a) = (sketch.Name("p"), Size(sketch));
        var (made, read) = sketch.Pick(
            ($"new KeyValuePair<string, long>(\"a\", {a.Text})", ".Value"),
            ($"Tuple.Create(1, {a.Text})", ".Item2"),
            ($"new Lazy<long>(() => {a.Text})", ".Value"),
            ($"new Stack<long>(new[] {{ {a.Text} }})", ".Peek()"),
            ($"new HashSet<long> {{ {a.Text} }}", ".First()"));
        sketch.Write($"var {name} = {made};");
        sketch.Declare(new(name + read, a.Bounds.Or(new(1, Bounds.Largest))));
    }
}
