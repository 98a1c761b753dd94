namespace Parameterize.Generators.Model;

/// <summary>Where the value of a width is read.</summary>
/// <param name="Symbol">The width's symbol.</param>
/// <param name="Expression">A C# expression of a dimension that grows with this width alone.</param>
/// <param name="AtBase">That dimension at the base width.</param>
internal sealed record WidthWitness(string Symbol, string Expression, long AtBase);
