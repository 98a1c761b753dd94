namespace Parameterize.Experiments;

/// <summary>What a coordinate check runs.</summary>
/// <param name="SmallestWidth">The first width.</param>
/// <param name="LargestWidth">The last; those between double.</param>
/// <param name="Seeds">Seeds of each width.</param>
/// <param name="Steps">Steps before the change is measured.</param>
/// <param name="Rate">The base learning rate.</param>
public sealed record CheckSettings(long SmallestWidth, long LargestWidth, int Seeds, int Steps, double Rate)
{
    /// <summary>Whether to measure after each step and not after the last alone, for a plot with a panel for each.</summary>
    public bool EachStep { get; init; }
}
