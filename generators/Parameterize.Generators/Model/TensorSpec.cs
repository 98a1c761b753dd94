using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Shapes;

namespace Parameterize.Generators.Model;

/// <summary>One tensor of a layer, or several whose names differ in a number.</summary>
/// <param name="Name">Its name inside the layer, such as <c>weight</c>; empty when the member is the tensor; <c>*</c> stands for a
/// number.</param>
/// <param name="IsCertain">Whether there is exactly one tensor of the name, as far as the compiler can tell.</param>
/// <param name="Rule">The parameter group that it trains in; null where it is not scaled.</param>
/// <param name="Scaling">Its row of the symbolic table.</param>
/// <param name="Shape">What is claimed of its shape; null where its axes cannot be told.</param>
internal sealed record TensorSpec(string Name, bool IsCertain, string? Rule, TensorScaling Scaling, ShapeClaim? Shape)
{
    /// <summary>What its std depends on besides, where that is seen at run time alone.</summary>
    public FanDraw? Fans { get; init; }
}
