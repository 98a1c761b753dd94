using static Parameterize.Inference.Tests.Drawing.Expressions;

namespace Parameterize.Inference.Tests.Drawing;

/// <summary>Helpers, local functions, lambdas: called with sizes, capturing them, writing to them.</summary>
internal static class Functions
{
    private const string Twice = "private static long Twice(long size) => 2 * size;";
    private const string First = "private static long First(long a, long b) { return a; }";
    private const string Split =
        "private static void Split(long size, out long half, out long twice) { half = size / 2; twice = 2 * size; }";
    private const string Both = "private static (long A, long B) Both(long size) => (size, 2 * size);";

    public static IReadOnlyList<Statement> All { get; } =
    [
        new(4, Helper),
        new(1, Out),
        new(1, TupleResult),
        new(2, Lambda),
        new(2, LocalFunction),
        new(1, Mutating),
    ];

    private static void Helper(Sketch sketch)
    {
        var (a, b) = (Size(sketch), Size(sketch));
        if (sketch.OneIn(2))
        {
            sketch.Members.Add(Twice);
            sketch.Declare(new($"Twice({a.Text})", a.Bounds * 2));
            return;
        }

        sketch.Members.Add(First);
        sketch.Declare(new(sketch.Pick($"First({a.Text}, {b.Text})", $"First(b: {b.Text}, a: {a.Text})"), a.Bounds));
    }

    private static void Out(Sketch sketch)
    {
        sketch.Members.Add(Split);
        var (size, half, twice) = (Size(sketch), sketch.Name("v"), sketch.Name("v"));
        sketch.Write($"Split({size.Text}, out var {half}, out var {twice});");
        sketch.Add(new(half, size.Bounds / 2));
        sketch.Add(new(twice, size.Bounds * 2));
    }

    private static void TupleResult(Sketch sketch)
    {
        sketch.Members.Add(Both);
        var (size, one, two) = (Size(sketch), sketch.Name("v"), sketch.Name("v"));
        sketch.Write($"var ({one}, {two}) = Both({size.Text});");
        sketch.Add(new(one, size.Bounds));
        sketch.Add(new(two, size.Bounds * 2));
    }

    private static void Lambda(Sketch sketch)
    {
        var (name, size) = (sketch.Name("f"), Size(sketch));
        sketch.Write(
            sketch.Pick($"Func<long, long> {name} = q => 2 * q;", $"var {name} = (long q) => {{ var twice = 2 * q; return twice; }};"));
        sketch.Declare(new($"{name}({size.Text})", size.Bounds * 2));
    }

    private static void LocalFunction(Sketch sketch)
    {
        var (name, captured) = (sketch.Name("F"), sketch.Readable());
        sketch.Write($"long {name}(long k) => k * {captured.Text};");
        if (captured.IsWritable && sketch.OneIn(3))
            sketch.Assign(captured, Size(sketch));
        sketch.Declare(new($"{name}(2)", captured.Number.Bounds * 2));
    }

    private static void Mutating(Sketch sketch)
    {
        var slot = sketch.Declare(sketch.OneIn(2) ? Constant(sketch) : Size(sketch), "long");
        var (name, size) = (sketch.Name("f"), Size(sketch));
        sketch.Write($"Action {name} = () => {slot.Text} = {size.Text};");
        if (!sketch.OneIn(3))
            sketch.Write($"{name}();");
        slot.Hold(size.Bounds);
    }
}
