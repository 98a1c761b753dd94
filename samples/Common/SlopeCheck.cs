using Parameterize.Experiments;

namespace Parameterize.Samples;

/// <summary>The coordinate check of one optimizer at one richness.</summary>
/// <param name="Optimizer">Its name.</param>
/// <param name="Richness">r.</param>
/// <param name="Shown">The slopes that the dial sets and the demo shows.</param>
internal sealed record SlopeCheck(string Optimizer, double Richness, IReadOnlyList<CoordinateSlope> Shown);
