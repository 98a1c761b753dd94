namespace Parameterize.Experiments.Statistics;

/// <summary>One trial of a learning-rate sweep.</summary>
/// <param name="Width">Width of the model; positive.</param>
/// <param name="Seed">Which replicate.</param>
/// <param name="Rate">Base learning rate; positive.</param>
/// <param name="Loss">Loss at the end; NaN or infinite when training diverged.</param>
public readonly record struct SweepPoint(double Width, int Seed, double Rate, double Loss);
