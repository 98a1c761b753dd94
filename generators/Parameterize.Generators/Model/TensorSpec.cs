using Parameterize.Scaling.Algebra;
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

/// <summary>What the attribute says of a layer's init.</summary>
/// <param name="Std">The weight's std at base widths; null to keep what TorchSharp draws.</param>
/// <param name="Distribution">What to draw from when a std is given.</param>
/// <param name="Zero">Whether weight and bias start at zero.</param>
internal sealed record InitSpec(double? Std, InitDistribution Distribution, bool Zero)
{
    public static InitSpec Default { get; } = new(null, InitDistribution.Normal, false);
}

/// <summary>One parameter group: the formulas that its tensors share.</summary>
/// <param name="Name">The group's name: the kinds of its tensors.</param>
/// <param name="Variable">The name of the local that holds it in generated code.</param>
/// <param name="Formulas">A tensor of the group, for its formulas.</param>
internal sealed record RuleSpec(string Name, string Variable, TensorScaling Formulas);

/// <summary>What a class draws the layers of models inside from, which have scaled their own draws by then.</summary>
/// <param name="Layer">The layers' class.</param>
/// <param name="Tensor">The tensor's name in the layer.</param>
/// <param name="Fan">The fan that the std depends on: <c>FanIn</c>, <c>FanOut</c>, or none.</param>
internal sealed record RedrawSpec(string Layer, string Tensor, string? Fan);

/// <summary>A draw whose std depends on both sides of a matrix, which do not grow alike.</summary>
/// <param name="First">How the first side grows.</param>
/// <param name="Second">How the second side grows.</param>
/// <param name="IsLonger">Whether the longer side decides, as in an orthogonal matrix; else it is their sum, as in Xavier's.</param>
internal sealed record FanDraw(Factor First, Factor Second, bool IsLonger);
