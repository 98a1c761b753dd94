namespace Parameterize.Generators.Parsing;

/// <summary>One module of a Sequential.</summary>
/// <param name="Name">The name that it is registered under: its own, or its number.</param>
/// <param name="Value">What is known of it.</param>
internal sealed record SequenceStep(string Name, Value Value);
