namespace Parameterize.Experiments.Statistics;

/// <summary>One measurement of one seed at one width.</summary>
/// <param name="Width">The width (or any other size that is varied); positive.</param>
/// <param name="Seed">Which replicate.</param>
/// <param name="Value">What was measured.</param>
public readonly record struct Observation(double Width, int Seed, double Value);
