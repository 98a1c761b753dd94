namespace Parameterize.Generators.Model;

/// <summary>What a class draws the layers of models inside from, which have scaled their own draws by then.</summary>
/// <param name="Layer">The layers' class.</param>
/// <param name="Tensor">The tensor's name in the layer.</param>
/// <param name="Fan">The fan that the std depends on: <c>FanIn</c>, <c>FanOut</c>, or none.</param>
internal sealed record RedrawSpec(string Layer, string Tensor, string? Fan);
