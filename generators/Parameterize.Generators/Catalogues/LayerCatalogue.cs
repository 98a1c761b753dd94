using Microsoft.CodeAnalysis;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Shapes;

namespace Parameterize.Generators.Catalogues;

/// <summary>
/// The modules of TorchSharp whose tensors are known. To add a module, add a row. Sources: the modules of TorchSharp 0.106, their
/// factories' arguments and their default draws.
/// </summary>
internal static class LayerCatalogue
{
    private static readonly LayerShape[] Shapes =
    [
        // weight [out, in]
        new("Linear", MultiplierPlace.Input, Matrix(0, 1), Bias(1, flag: 2, drawnBy: new(0)))
        {
            Draw = DefaultDraw.ByFanIn, Axes = (1, 0),
        },

        // weight [out, in1, in2], drawn by in1
        new("Bilinear", MultiplierPlace.Folded,
            new("weight", new(0, Times: 1), new(2)) { DrawnBy = new(0), Axes = [Out(new(2)), In(new(0)), In(new(1))] },
            Bias(2, flag: 3, drawnBy: new(0))),

        // weight [out, in / groups, kernel...]; the kernel is finite
        .. new[] { "Conv1d", "Conv2d", "Conv3d" }.Select((name, index) =>
            new LayerShape(name, MultiplierPlace.Input,
                new(
                    "weight", new(0, Over: 7),
                    new(1)) { DrawnBy = new(0, Over: 7), Axes = [Out(new(1)), In(new(0, Over: 7)), .. Kernel(index + 1)] },
                Bias(1, flag: 8, drawnBy: new(0, Over: 7)))
            {
                Draw = DefaultDraw.ByFanIn, Axes = (1, 0), Fixed = [2],
            }),

        // weight [in, out / groups, kernel...]; drawn by its second axis, which is the fan-out
        .. new[] { "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d" }.Select((name, index) =>
            new LayerShape(name, MultiplierPlace.Folded,
                new(
                    "weight", new(0, Over: 8),
                    new(1)) { DrawnBy = new(1, Over: 8), Axes = [In(new(0)), Out(new(1, Over: 8)), .. Kernel(index + 1)] },
                Bias(1, flag: 9, drawnBy: new(1, Over: 8)))
            {
                Draw = DefaultDraw.ByFanIn, Fixed = [2],
            }),

        // weight [vocabulary, width]: the fan-in is one-hot, so finite
        new("Embedding", MultiplierPlace.Output, Rows)
        {
            Draw = DefaultDraw.Normal, WeightMayBeNull = true, Axes = (null, 1),
        },
        new("EmbeddingBag", MultiplierPlace.Folded, Rows),

        // weight and bias [width], 1 and 0
        new("LayerNorm", MultiplierPlace.Input, Vector("weight", 0, 2), Vector("bias", 0, 2, 3)),
        // 1 and 0 by its documentation, but TorchSharp (0.104 and later) never writes them
        new("GroupNorm", MultiplierPlace.Input, Vector("weight", 1, 3), Vector("bias", 1, 3)) { Draw = DefaultDraw.Unset },
        .. new[] { "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d" }.Select(name =>
            new LayerShape(name, MultiplierPlace.Input, Vector("weight", 0, 3), Vector("bias", 0, 3))),
        new("PReLU", MultiplierPlace.Input, Vector("weight", 0)),

        // gates stacked: weight_ih [gates * hidden, in], weight_hh [gates * hidden, hidden], all drawn by hidden
        Recurrent("RNN", gates: 1, bias: 4),
        Recurrent("LSTM", gates: 4, bias: 3),
        Recurrent("GRU", gates: 3, bias: 3),
        Cell("RNNCell", gates: 1, bias: 3),
        Cell("LSTMCell", gates: 4, bias: 2),
        Cell("GRUCell", gates: 3, bias: 2),

        // query, key and value stacked: in_proj_weight [3 width, width]
        new("MultiheadAttention", MultiplierPlace.Folded, Attention("", width: 0, bias: 3)) { Attention = (0, 1) },
        new("TransformerEncoderLayer", MultiplierPlace.Folded, EncoderLayer("", forward: 2)) { Attention = (0, 1) },
        new("TransformerDecoderLayer", MultiplierPlace.Folded, DecoderLayer("", forward: 2)) { Attention = (0, 1) },

        // copies of the layer that they are given, so that its arguments are theirs
        new("TransformerEncoder", MultiplierPlace.Folded, EncoderLayer("layers.*.", forward: 2)) { Attention = (0, 1), IsOfCopies = true },
        new("TransformerDecoder", MultiplierPlace.Folded, DecoderLayer("layers.*.", forward: 2)) { Attention = (0, 1), IsOfCopies = true },
        new("Transformer", MultiplierPlace.Folded,
            [
                .. EncoderLayer("encoder.layers.*.", forward: 4), Vector("encoder.norm.weight", 0), Vector("encoder.norm.bias", 0),
                .. DecoderLayer("decoder.layers.*.", forward: 4), Vector("decoder.norm.weight", 0), Vector("decoder.norm.bias", 0),
            ]) { Attention = (0, 1) },
    ];

    private static readonly Dictionary<string, LayerShape> ByName = Shapes.ToDictionary(shape => shape.Name);

    public static LayerShape? Of(ITypeSymbol type) =>
        ByName.TryGetValue(type.Name, out var shape) && type.Is(shape.FullName) ? shape : null;

    /// <summary>Whether a symbol is TorchSharp's own, whose assembly tells it from a user's that is in a namespace of that name.</summary>
    public static bool IsTorchSharp(ISymbol symbol) =>
        symbol.ContainingAssembly?.Name is "TorchSharp" or "TorchVision" or "TorchAudio" or "TorchText";

    /// <summary>Whether a method is TorchSharp's factory of a module of the catalogue.</summary>
    public static bool IsFactory(IMethodSymbol method) =>
        method.IsStatic && ByName.TryGetValue(method.Name, out var shape) && method.ReturnType.Is(shape.FullName);

    /// <summary>An embedding's weight: a row for each word.</summary>
    private static TensorShape Rows => new("weight", null, new(1)) { Axes = [new(AxisRole.Free, new(0)), Out(new(1))] };

    private static TensorAxis In(Fan? size) => new(AxisRole.FanIn, size);

    private static TensorAxis Out(Fan size, int times = 1) => new(AxisRole.FanOut, size, times);

    /// <summary>An axis that is there for the sake of others.</summary>
    private static TensorAxis One => new(AxisRole.Finite);

    private static TensorAxis[] Kernel(int axes) => Enumerable.Repeat(new TensorAxis(AxisRole.Finite, new(2)), axes).ToArray();

    private static TensorShape Matrix(int fanIn, int fanOut, string name = "weight", int stacked = 1) =>
        new(name, new(fanIn), new(fanOut)) { DrawnBy = new(fanIn), Axes = [Out(new(fanOut), stacked), In(new(fanIn))] };

    private static TensorShape Vector(string name, int fanOut, params int[] flags) =>
        new(name, null, new(fanOut)) { IsVector = true, Flags = flags, Axes = [Out(new(fanOut))] };

    private static TensorShape Bias(int fanOut, int flag, Fan drawnBy) => Vector("bias", fanOut, flag) with { DrawnBy = drawnBy };

    private static LayerShape Recurrent(string name, int gates, int bias) => new(
        name,
        MultiplierPlace.Folded,
        Gates(0, "weight_ih_l0", gates),
        Gates(0, "weight_ih_l0_reverse", gates),
        Gates(1, "weight_ih_l*", gates) with { Axes = [Out(new(1), gates), In(null)] }, // of both directions, where there are two
        Gates(1, "weight_hh_l*", gates),
        GateBias("bias_ih_l*", gates, bias),
        GateBias("bias_hh_l*", gates, bias));

    private static LayerShape Cell(string name, int gates, int bias) => new(
        name,
        MultiplierPlace.Folded,
        Gates(0, "weight_ih", gates),
        Gates(1, "weight_hh", gates),
        GateBias("bias_ih", gates, bias),
        GateBias("bias_hh", gates, bias));

    private static TensorShape Gates(int fanIn, string name, int gates) => Matrix(fanIn, 1, name, gates) with { DrawnBy = new(1) };

    private static TensorShape GateBias(string name, int gates, int flag) =>
        Vector(name, 1, flag) with { DrawnBy = new(1), Axes = [Out(new(1), gates)] };

    /// <summary>Of an attention's own factory, which has more to choose, and of the layers that are built around one.</summary>
    private static TensorShape[] Attention(string prefix, int width, int? bias)
    {
        int[] flags = bias is { } flag ? [flag] : [];
        TensorShape[] always =
        [
            Matrix(width, width, prefix + "in_proj_weight", stacked: 3),
            Matrix(width, width, prefix + "out_proj.weight"),
            Vector(prefix + "in_proj_bias", width, flags) with { Axes = [Out(new(width), times: 3)] },
            Vector(prefix + "out_proj.bias", width, flags),
        ];
        return bias is null ? always :
        [
            .. always,
            Matrix(width, width, "q_proj_weight") with { Needs = 6 },
            Matrix(6, width, "k_proj_weight") with { Needs = 6 },
            Matrix(7, width, "v_proj_weight") with { Needs = 7 },
            Vector("bias_k", width, 4) with { DrawnBy = new(width), Axes = [One, One, Out(new(width))] },
            Vector("bias_v", width, 4) with { DrawnBy = new(width), Axes = [One, One, Out(new(width))] },
        ];
    }

    private static TensorShape[] EncoderLayer(string prefix, int forward) =>
        [.. Attention(prefix + "self_attn.", 0, null), .. FeedForward(prefix, forward)];

    private static TensorShape[] DecoderLayer(string prefix, int forward) =>
        [.. Attention(prefix + "self_attn.", 0, null), .. Attention(prefix + "multihead_attn.", 0, null), .. FeedForward(prefix, forward)];

    /// <param name="prefix">What stands before the names.</param>
    /// <param name="forward">The argument that gives the inner width.</param>
    private static TensorShape[] FeedForward(string prefix, int forward) =>
    [
        Matrix(0, forward, prefix + "linear1.weight"),
        Vector(prefix + "linear1.bias", forward) with { DrawnBy = new(0) },
        Matrix(forward, 0, prefix + "linear2.weight"),
        Vector(prefix + "linear2.bias", 0) with { DrawnBy = new(forward) },
        Vector(prefix + "norm*.weight", 0),
        Vector(prefix + "norm*.bias", 0),
    ];
}
