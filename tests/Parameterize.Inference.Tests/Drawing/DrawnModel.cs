using Parameterize.Inference.Tests.Oracle;

namespace Parameterize.Inference.Tests.Drawing;

/// <summary>An annotated class whose constructor was drawn at random.</summary>
internal static class DrawnModel
{
    /// <summary>What the width may be while it is tried.</summary>
    public static Bounds Widths { get; } = new(Comparison.Widths.Min(), Comparison.Widths.Max());

    private static readonly Action<Sketch>[] s_statements =
    [
        .. Statements.All.SelectMany(statement => Enumerable.Repeat(statement.Draw, statement.Weight)),
    ];

    /// <summary>The model of an index in the series of a seed: each can be made without those before it.</summary>
    public static ModelText Of(int seed, int index)
    {
        var sketch = new Sketch(new Random(Mix(seed, index)));
        sketch.Add(new Slot("width", Widths) { IsWritable = false });
        for (var count = 2 + sketch.Next(5); count > 0; count--)
            sketch.Pick(s_statements)(sketch);
        var layers = Layers.Draw(sketch);
        return new("drawn", FormattableString.Invariant($"{index:D3}"), $$"""
            [Parameterize(BaseWidth = {{Comparison.BaseWidth}})]
            public partial class M : Module<Tensor, Tensor>
            {
                private readonly Linear _in, _out;
            {{string.Concat(layers.Concat(sketch.Members).Select(member => $"    {member}\n"))}}
                public M([Width] long width, bool wide = true) : base("M")
                {
                    _in = Linear(5, width);
                    _out = Linear(width, 3);
            {{sketch.Body}}        InitializeParameters();
                }

                public override Tensor forward(Tensor x) => x;
            }

            {{string.Join("\n", sketch.Types)}}
            """);
    }

    // Random makes alike first numbers of neighbouring seeds.
    private static int Mix(int seed, int index)
    {
        unchecked
        {
            var x = ((uint)seed * 0x9E3779B9) + ((uint)index * 0x85EBCA6B);
            x = (x ^ (x >> 16)) * 0x7FEB352D;
            x = (x ^ (x >> 15)) * 0x846CA68B;
            return (int)(x ^ (x >> 16));
        }
    }
}
