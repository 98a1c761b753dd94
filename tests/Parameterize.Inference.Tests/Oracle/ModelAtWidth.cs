namespace Parameterize.Inference.Tests.Oracle;

/// <summary>What there is to compare of a model that was built at one width.</summary>
/// <param name="Width">The width.</param>
/// <param name="Rows">The table that the generated code made.</param>
/// <param name="Shapes">The fans of the real tensors.</param>
internal sealed record ModelAtWidth(long Width, IReadOnlyList<TensorParameterization> Rows, IReadOnlyDictionary<string, Extent> Shapes);
