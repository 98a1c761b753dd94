using Parameterize.Scaling.Rules;

namespace Parameterize.Scaling.Signals;

/// <summary>Writes a chain down in the order of the forward pass.</summary>
public sealed class SignalChainBuilder
{
    private readonly OptimizerFamily _family;
    private readonly List<SignalLayer> _layers = [];
    private SignalLayer[] _stream = []; // their sum is what the next layer reads

    /// <summary>An empty chain.</summary>
    public SignalChainBuilder(OptimizerFamily family) => _family = family;

    /// <summary>
    /// A layer that reads what there is so far. One whose fan-in is no width, where a width has been reached, cannot: it is a further
    /// input (or a bias), reads data (or the constant 1) and is added.
    /// </summary>
    public SignalChainBuilder Then(SignalLayer layer)
    {
        if (layer is null)
        {
            throw new ArgumentNullException(nameof(layer));
        }

        return layer.Kind == ParameterKind.Vector || (!layer.Kind.FanInIsWidth() && _stream.Any(source => source.Kind.FanOutIsWidth()))
            ? Added(Reading(layer, []))
            : Become(Reading(layer, _stream));
    }

    /// <summary>A residual block: the branch reads what there is so far, and its end is added to it.</summary>
    public SignalChainBuilder Residual(params SignalLayer[] branch)
    {
        if (branch is null)
        {
            throw new ArgumentNullException(nameof(branch));
        }

        var before = _stream;
        foreach (var layer in branch)
        {
            Then(layer);
        }

        _stream = [.. before, .. _stream.Except(before)];
        return this;
    }

    /// <summary>The chain.</summary>
    /// <exception cref="ArgumentException">There is no layer, or two have one name.</exception>
    public SignalChain Build() => new(_family, _layers);

    private static SignalLayer Reading(SignalLayer layer, SignalLayer[] sources) =>
        layer with { Sources = sources.Select(source => source.Name).ToArray() };

    private SignalChainBuilder Become(SignalLayer layer)
    {
        _layers.Add(layer);
        _stream = [layer];
        return this;
    }

    private SignalChainBuilder Added(SignalLayer layer)
    {
        _layers.Add(layer);
        _stream = [.. _stream, layer];
        return this;
    }
}
