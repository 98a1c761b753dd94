namespace Parameterize.Scaling;

/// <summary>Whether exponents have a property; if not, where that begins and what would help.</summary>
/// <param name="Property">The property.</param>
/// <param name="Layer">The first layer where it fails; null when it holds.</param>
/// <param name="Excess">What should be of size 1 and is not: how it scales; 1 when the property holds.</param>
/// <param name="Sentence">The verdict in words.</param>
/// <param name="Repairs">Changes after which, together, the property holds (verified); empty when it holds or none is known.</param>
public sealed record SignalVerdict(
    SignalProperty Property, string? Layer, Growth Excess, string Sentence, IReadOnlyList<SignalRepair> Repairs)
{
    /// <summary>Whether the property holds.</summary>
    public bool Holds => Layer is null;

    /// <summary>The verdict in words, with what would help.</summary>
    public override string ToString() => Repairs.Count == 0 ? Sentence : $"{Sentence}; {string.Join(", ", Repairs)}";
}
