using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Signals;

namespace Parameterize.Scaling.Rules;

/// <summary>
/// What the theory says a coordinate check will measure for one layer: exponents of n of the root mean square over entries
/// (Karkada, arXiv 2404.19719, section 2; Yang and Hu, arXiv 2011.14522, section 3).
/// </summary>
/// <param name="Layer">The member.</param>
/// <param name="AtInit">The exponent of the layer's output before training.</param>
/// <param name="Change">The exponent of its change after some steps.</param>
public sealed record PredictedSlopes(string Layer, Exponent AtInit, Exponent Change)
{
    private static readonly SignalPropagation s_lazy = Propagated(Rational.Zero);
    private static readonly SignalPropagation s_rich = Propagated(Rational.Half);

    /// <summary>
    /// Input and hidden layers: outputs of size 1 at init that change like <c>n^(r - 1/2)</c>. Readout: <c>n^-r</c> at init and a
    /// change of size 1, at every richness. Taken from <see cref="SignalPropagation"/> at both ends of the dial, in between affine.
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="kind">Its weight's kind.</param>
    /// <param name="isBehindStage">
    /// Whether it reads from an inner stage of fixed size. That ends as a readout does, <c>n^-r</c> at init and with a change of size 1, so
    /// that what reads it has the same.
    /// </param>
    /// <returns>Null for tensors that are no layer of their own.</returns>
    public static PredictedSlopes? Of(string layer, ParameterKind kind, bool isBehindStage = false)
    {
        if (kind is not (ParameterKind.Input or ParameterKind.Hidden or ParameterKind.Output))
        {
            return null;
        }

        kind = isBehindStage ? ParameterKind.Output : kind;
        var (lazy, rich) = (Reading(s_lazy, kind), Reading(s_rich, kind));
        return new PredictedSlopes(layer, Between(lazy.AtInit, rich.AtInit), Between(lazy.Change, rich.Change));
    }

    /// <summary>What propagation says of one layer; what is exactly zero and has no slope is predicted by the rule of the kind.</summary>
    internal static PredictedSlopes Of(SignalReading reading)
    {
        var rule = Of(reading.Layer.Name, reading.Layer.Kind)!;
        return new PredictedSlopes(
            reading.Layer.Name,
            reading.AtInit.Exponent is { } atInit ? atInit : rule.AtInit,
            reading.Change.Exponent is { } change ? change : rule.Change);
    }

    private static SignalPropagation Propagated(Rational richness) =>
        SignalPropagation.Of(SignalChain.OfRules(hiddenLayers: 1, richness, Gauge.NeuralTangent, OptimizerFamily.SgdLike));

    private static SignalReading Reading(SignalPropagation propagation, ParameterKind kind) =>
        propagation.Readings.First(reading => reading.Layer.Kind == kind);

    private static Exponent Between(Growth atZero, Growth atHalf)
    {
        var (start, end) = (atZero.Exponent!.Value, atHalf.Exponent!.Value);
        return new Exponent(start, (end - start) / Rational.Half);
    }
}
