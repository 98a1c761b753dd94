using Parameterize.Scaling.Rules;

namespace Parameterize.Scaling.Signals;

/// <summary>One layer that a signal passes. What it reads is the sum of its sources.</summary>
/// <param name="Name">The member, such as <c>_mix</c>; unique in its chain.</param>
/// <param name="Kind">Which fans are widths. A vector is a bias: it reads the constant 1.</param>
/// <param name="Exponents">a, b and c.</param>
public sealed record SignalLayer(string Name, ParameterKind Kind, Exponents Exponents)
{
    /// <summary>The layers whose outputs are added up to this one's input; none for a layer that reads data.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
