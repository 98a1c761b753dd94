using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;

namespace Parameterize.Samples.RichnessDial.Plane;

/// <summary>What a layer of <see cref="DialNet"/> has on top of its rule: its init times n^Init, its rate times n^Rate.</summary>
internal readonly record struct LayerOffset(string Layer, Rational Init, Rational Rate);

/// <summary>A place off the rules, or on them: no offset at all.</summary>
/// <param name="Name">What tells it from others.</param>
/// <param name="Offsets">One per layer that leaves its rule.</param>
internal sealed record PlanePoint(string Name, IReadOnlyList<LayerOffset> Offsets)
{
    /// <summary>The layers and their kinds, from the data to the output.</summary>
    public static readonly IReadOnlyList<(string Name, ParameterKind Kind)> Layers =
    [
        ("_embed", ParameterKind.Input),
        ("_mix", ParameterKind.Hidden),
        ("_refine", ParameterKind.Hidden),
        ("_readout", ParameterKind.Output),
    ];

    /// <summary>The layer that reads the last hidden one.</summary>
    public static readonly string Readout = Layers[^1].Name;

    /// <summary>The readout's init and the rate of all layers below it: the line of all r runs through their plane.</summary>
    public static PlanePoint OfPlane(Rational init, Rational rate) => new(
        init.IsZero && rate.IsZero
            ? "the rules"
            : FormattableString.Invariant($"readout init {init.ToDouble()}, rates below {rate.ToDouble()}"),
        [new LayerOffset(Readout, init, 0), .. Layers.SkipLast(1).Select(layer => new LayerOffset(layer.Name, 0, rate))]);

    /// <summary>One layer's init alone.</summary>
    public static PlanePoint OfInit(string layer, Rational init) =>
        new(FormattableString.Invariant($"{layer} init {init.ToDouble()}"), [new LayerOffset(layer, init, 0)]);

    /// <summary>One layer's rate alone.</summary>
    public static PlanePoint OfRate(string layer, Rational rate) =>
        new(FormattableString.Invariant($"{layer} rate {rate.ToDouble()}"), [new LayerOffset(layer, 0, rate)]);

    /// <summary>What a layer has on top of its rule, as powers of n.</summary>
    public (double Init, double Rate) Of(string layer) =>
        (Offsets.Where(offset => offset.Layer == layer).Sum(offset => offset.Init.ToDouble()),
            Offsets.Where(offset => offset.Layer == layer).Sum(offset => offset.Rate.ToDouble()));

    /// <summary>What the calculus says of it: the same network with other exponents.</summary>
    public SignalPropagation Propagate(Rational richness) => SignalPropagation.Of(Offsets.Aggregate(
        SignalChain.Of(OptimizerFamily.SgdLike, [.. Layers.Select(layer => new SignalLayer(
            layer.Name,
            layer.Kind,
            Exponents.FromRules(layer.Kind, richness, Gauge.NeuralTangent, OptimizerFamily.SgdLike)))]),
        (chain, offset) =>
        {
            var rule = chain.Layers.First(layer => layer.Name == offset.Layer).Exponents;
            return chain.With(offset.Layer, rule with { B = rule.B - offset.Init, C = rule.C - offset.Rate });
        }));
}
