using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Scaling.Signals;

/// <summary>The layers of a network in the order in which a signal passes them, and the optimizer that trains them.</summary>
public sealed class SignalChain
{
    /// <summary>A chain whose layers say themselves what they read. <see cref="SignalChainBuilder"/> is easier.</summary>
    /// <param name="family">The optimizer.</param>
    /// <param name="layers">The layers, each after those that it reads.</param>
    /// <exception cref="ArgumentException">
    /// There is no layer, two have one name, or one reads a layer that does not come before it.
    /// </exception>
    public SignalChain(OptimizerFamily family, IEnumerable<SignalLayer> layers)
    {
        Family = family;
        Layers = (layers ?? throw new ArgumentNullException(nameof(layers))).ToArray();
        if (Layers.Count == 0)
        {
            throw new ArgumentException("A chain has at least one layer.", nameof(layers));
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var layer in Layers)
        {
            if (layer.Sources.FirstOrDefault(source => !known.Contains(source)) is { } missing)
            {
                throw new ArgumentException($"Layer '{layer.Name}' reads '{missing}', which does not come before it.", nameof(layers));
            }

            if (!known.Add(layer.Name))
            {
                throw new ArgumentException($"Two layers are called '{layer.Name}'.", nameof(layers));
            }
        }
    }

    /// <summary>The optimizer.</summary>
    public OptimizerFamily Family { get; }

    /// <summary>The layers, each after those that it reads.</summary>
    public IReadOnlyList<SignalLayer> Layers { get; }

    /// <summary>
    /// A chain without branches: each layer reads the one before it, except that further inputs and biases are added to it.
    /// </summary>
    public static SignalChain Of(OptimizerFamily family, params SignalLayer[] layers) =>
        layers.Aggregate(new SignalChainBuilder(family), (chain, layer) => chain.Then(layer)).Build();

    /// <summary>The library's own network: an input, hidden layers and a readout that follow the rules.</summary>
    /// <param name="hiddenLayers">How many hidden layers.</param>
    /// <param name="richness">r; not restricted.</param>
    /// <param name="gauge">How it is written.</param>
    /// <param name="family">The optimizer.</param>
    public static SignalChain OfRules(int hiddenLayers, Rational richness, Gauge gauge, OptimizerFamily family)
    {
        var hidden = Enumerable.Range(1, hiddenLayers).Select(index => Layer($"hidden{index}", ParameterKind.Hidden));
        return Of(family, [Layer("input", ParameterKind.Input), .. hidden, Layer("output", ParameterKind.Output)]);

        SignalLayer Layer(string name, ParameterKind kind) => new(name, kind, Exponents.FromRules(kind, richness, gauge, family));
    }

    /// <summary>The same chain with other exponents in one layer.</summary>
    public SignalChain With(string layer, Exponents exponents) =>
        new(Family, Layers.Select(candidate => candidate.Name == layer ? candidate with { Exponents = exponents } : candidate));
}
