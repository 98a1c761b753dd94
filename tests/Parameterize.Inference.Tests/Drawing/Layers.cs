namespace Parameterize.Inference.Tests.Drawing;

/// <summary>Draws layers of the sizes at hand, and their fields.</summary>
internal static class Layers
{
    public static IReadOnlyList<string> Draw(Sketch sketch) => [.. Enumerable.Range(0, 1 + sketch.Next(2)).Select(_ => One(sketch))];

    private static string One(Sketch sketch)
    {
        var name = sketch.Name("_l");
        var (from, to) = (Expressions.Size(sketch).Text, Expressions.Size(sketch).Text);
        var (type, built) = sketch.Next(9) switch
        {
            0 => ("Embedding", $"Embedding(5, {to})"),
            1 => ("LayerNorm", sketch.Pick($"LayerNorm({to})", $"LayerNorm(new long[] {{ {to} }})")),
            2 => ("Conv1d", $"Conv1d({from}, {to}, 3)"),
            3 => ("Sequential", $"Sequential(Linear({from}, {to}), ReLU(), Linear({to}, 3))"),
            4 => ("ModuleList<Linear>", $"ModuleList(Linear({from}, {to}), Linear({from}, {to}))"),
            5 => ("GRU", $"GRU({from}, {to})"),
            _ => ("Linear", $"Linear({from}, {to})"),
        };
        sketch.Write($"{name} = {built};");
        return $"private readonly {type} {name};";
    }
}
