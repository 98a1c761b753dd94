using Parameterize.Scaling;

namespace Parameterize.Generators.Model;

/// <summary>One tensor of a layer.</summary>
/// <param name="Name">Its name inside the layer, such as <c>weight</c>; empty when the member is the tensor.</param>
/// <param name="IsOptional">Whether the layer may have been built without it, as far as the compiler can tell.</param>
/// <param name="Rule">The parameter group that it trains in.</param>
/// <param name="Scaling">Its row of the symbolic table.</param>
internal sealed record TensorSpec(string Name, bool IsOptional, string Rule, TensorScaling Scaling);
