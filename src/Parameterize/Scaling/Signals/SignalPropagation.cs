using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Signals;

/// <summary>
/// What the theory proves about exponents without running anything: how signals, gradients and changes scale with width at each layer,
/// and what follows for training (Karkada, arXiv 2404.19719, section 2; Yang and Hu, arXiv 2011.14522, section 3).
/// </summary>
public sealed class SignalPropagation
{
    private SignalPropagation(SignalChain chain)
    {
        Chain = chain ?? throw new ArgumentNullException(nameof(chain));
        Readings = SignalPass.Run(chain);
        Verdicts = SignalCriteria.Properties.Select(property => SignalCriteria.Judge(property, chain, Readings)).ToArray();
        Richness = SignalCriteria.RichnessOf(Readings);
    }

    /// <summary>What was propagated.</summary>
    public SignalChain Chain { get; }

    /// <summary>What happens at each layer, in the chain's order.</summary>
    public IReadOnlyList<SignalReading> Readings { get; }

    /// <summary>One verdict per property.</summary>
    public IReadOnlyList<SignalVerdict> Verdicts { get; }

    /// <summary>
    /// r: hidden layers change like <c>n^(r - 1/2)</c>. Below 1/2 is the kernel regime, 1/2 is feature learning. Null when layers
    /// disagree or do not change; what a finite layer below has learnt does not count.
    /// </summary>
    public Rational? Richness { get; }

    /// <summary>Whether there is nothing to object to.</summary>
    public bool IsSound => Verdicts.All(verdict => verdict.Holds);

    /// <summary>What happens at one layer.</summary>
    /// <exception cref="KeyNotFoundException">The chain has no such layer.</exception>
    public SignalReading this[string layer] => Readings.FirstOrDefault(reading => reading.Layer.Name == layer)
        ?? throw new KeyNotFoundException(
            $"The chain has no layer '{layer}'; it has {string.Join(", ", Readings.Select(reading => reading.Layer.Name))}.");

    /// <summary>The verdict on one property.</summary>
    public SignalVerdict this[SignalProperty property] => Verdicts.First(verdict => verdict.Property == property);

    /// <summary>Propagates signals through a chain.</summary>
    public static SignalPropagation Of(SignalChain chain) => new(chain);

    /// <summary>A table of the layers and the verdicts in words.</summary>
    public override string ToString() => string.Join("\n", Verdicts.Select(verdict => verdict.ToString()).Prepend(Table().ToText()));

    private TextTable Table() => new(
        ["layer", "kind", "at init", "gradient", "update", "own", "passed", "loose", "change"],
        Readings.Select(reading => new[]
        {
            reading.Layer.Name,
            reading.Layer.Kind.ToString(),
            reading.AtInit.ToString(),
            reading.Gradient.ToString(),
            reading.Update.ToString(),
            reading.Own.ToString(),
            reading.Passed.ToString(),
            reading.Loose.ToString(),
            reading.Change.ToString(),
        }));
}
