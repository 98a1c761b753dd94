namespace Parameterize.Inference.Tests.Oracle;

/// <summary>The two fans of one real tensor, in entries.</summary>
/// <param name="FanIn">What a sum runs over; 1 for a tensor without a fan-in.</param>
/// <param name="FanOut">How many outputs there are.</param>
/// <param name="IsVector">Whether it has no fan-in by what it is: a bias, a gain.</param>
/// <param name="Shape">Its shape, for a message.</param>
internal sealed record Extent(double FanIn, double FanOut, bool IsVector, string Shape);
