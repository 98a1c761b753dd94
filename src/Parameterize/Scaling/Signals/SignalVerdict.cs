using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Signals;

/// <summary>Whether exponents have a property; if not, where that begins and what would help.</summary>
public sealed class SignalVerdict
{
    private readonly Lazy<IReadOnlyList<SignalRepair>> _repairs;

    internal SignalVerdict(
        SignalProperty property, string? layer, Growth excess, string sentence, Func<IReadOnlyList<SignalRepair>> repairs)
    {
        (Property, Layer, Excess, Sentence) = (property, layer, excess, sentence);
        _repairs = new Lazy<IReadOnlyList<SignalRepair>>(repairs);
    }

    /// <summary>The property.</summary>
    public SignalProperty Property { get; }

    /// <summary>Whether the property holds.</summary>
    public bool Holds => Layer is null;

    /// <summary>The first layer where it fails; null when it holds.</summary>
    public string? Layer { get; }

    /// <summary>What should be of size 1 and is not: how it scales; 1 when the property holds.</summary>
    public Growth Excess { get; }

    /// <summary>The verdict in words.</summary>
    public string Sentence { get; }

    /// <summary>
    /// Changes after which, together, the property holds (verified by propagation); empty when it holds or none is known.
    /// </summary>
    public IReadOnlyList<SignalRepair> Repairs => _repairs.Value;

    /// <summary>The verdict in words, with what would help.</summary>
    public override string ToString() => Repairs.Count == 0 ? Sentence : $"{Sentence}; {string.Join(", ", Repairs)}";
}
