using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Signals;

/// <summary>One exponent of one layer, to be changed.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Symbol">Which exponent: <c>b</c> (init) or <c>c</c> (learning rate).</param>
/// <param name="From">What it is; null is infinity.</param>
/// <param name="To">What it should be.</param>
public sealed record SignalRepair(string Layer, string Symbol, Rational? From, Rational To)
{
    /// <summary>The chain with this change.</summary>
    public SignalChain ApplyTo(SignalChain chain)
    {
        if (chain is null)
        {
            throw new ArgumentNullException(nameof(chain));
        }

        var exponents = chain.Layers.First(layer => layer.Name == Layer).Exponents;
        return chain.With(Layer, Symbol == "b" ? exponents with { B = To } : exponents with { C = To });
    }

    /// <summary>As a sentence: change b of layer `_mix` from 0 to 1/2.</summary>
    public override string ToString() => $"change {Symbol} of layer `{Layer}` from {From?.ToString() ?? "infinity"} to {To}";
}
