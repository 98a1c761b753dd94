namespace Parameterize.Experiments.Shapes;

/// <summary>How one tensor's fans grew between two widths.</summary>
/// <param name="FanIn">m at the larger width over m at the smaller one.</param>
/// <param name="FanOut">The same of q.</param>
public readonly record struct ShapeGrowth(double FanIn, double FanOut);
