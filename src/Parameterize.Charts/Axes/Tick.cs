namespace Parameterize.Charts.Axes;

/// <summary>A place on an axis.</summary>
/// <param name="Value">Its number.</param>
/// <param name="Label">What is written there, <c>2^-7</c> with a raised exponent; empty for a minor tick.</param>
internal readonly record struct Tick(double Value, string Label);
