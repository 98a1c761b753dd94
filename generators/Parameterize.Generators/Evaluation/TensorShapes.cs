using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <summary>Which shape a tensor is made with, so that a bare parameter's axes can be followed.</summary>
internal static class TensorShapes
{
    /// <summary>TorchSharp's functions that make a tensor of a size given by their first arguments.</summary>
    private static readonly HashSet<string> Makers = ["zeros", "ones", "empty", "rand", "randn", "full"];

    /// <summary>TorchSharp's functions that make a tensor of another one's size.</summary>
    private static readonly HashSet<string> Likenesses = ["zeros_like", "ones_like", "empty_like", "rand_like", "randn_like"];

    /// <summary>Methods of a tensor, and functions of one, that keep its shape.</summary>
    private static readonly HashSet<string> Keepers =
    [
        "Parameter", "mul_", "div_", "add_", "sub_", "neg", "to", "to_type", "cpu", "cuda", "clone", "detach", "requires_grad_",
        "normal_", "uniform_", "zero_", "fill_", "kaiming_normal_", "kaiming_uniform_", "xavier_uniform_", "orthogonal_", "constant_",
    ];

    public static bool IsTensor(ITypeSymbol? type) => type.DerivesFrom("TorchSharp.torch.Tensor");

    /// <summary>Whether an operand is a tensor, and no number that is made one.</summary>
    public static bool IsTensor(IOperation operand) =>
        IsTensor(operand.Type) && (operand is not IConversionOperation { Operand.Type: var type } || IsTensor(type));

    /// <summary>Whether the function makes a tensor of a size that its first arguments give.</summary>
    public static bool IsMaker(IMethodSymbol method) => method.IsStatic && Makers.Contains(method.Name) && method.Parameters.Length > 0;

    /// <summary>Whether it makes a tensor of the size of the one that it is given, or called on.</summary>
    public static bool IsLikeness(IMethodSymbol method) => Likenesses.Contains(method.Name);

    public static bool IsKeeper(IMethodSymbol method) => Keepers.Contains(method.Name);

    /// <summary>Whether it gives the same entries, seen otherwise.</summary>
    public static bool IsView(IMethodSymbol method) =>
        method.Name is "view" or "view_as" or "reshape" or "t" or "transpose" or "permute" or "squeeze" or "unsqueeze" or "flatten"
            or "alias";

    /// <summary>Whether it gives some of the entries, so that what is written there is written into the tensor.</summary>
    public static bool IsPart(IMethodSymbol method) =>
        method.Name is "narrow" or "select" or "slice" or "index" or "get_Item" or "diagonal";

    /// <summary>The numbers among a maker's arguments that are its sizes.</summary>
    public static int SizesOf(IMethodSymbol maker) => maker.Parameters
        .TakeWhile(static parameter => parameter.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64)
        .Count();

    /// <summary>Methods of a tensor that combine it with another one or with a number.</summary>
    private static readonly HashSet<string> Combiners = ["mul", "div", "add", "sub"];

    public static bool IsCombiner(IMethodSymbol method) =>
        !method.IsStatic && Combiners.Contains(method.Name) && method.Parameters.Length > 0;

    /// <summary>Of two operands, one of them a tensor: a number takes the tensor's shape, and a smaller tensor is widened.</summary>
    public static IReadOnlyList<Dimension>? Combined(
        (IReadOnlyList<Dimension>? Shape, bool IsTensor) a, (IReadOnlyList<Dimension>? Shape, bool IsTensor) b)
    {
        if (!b.IsTensor)
        {
            return a.Shape;
        }

        if (!a.IsTensor)
        {
            return b.Shape;
        }

        return a.Shape is not null && b.Shape is not null && a.Shape.SequenceEqual(b.Shape) ? a.Shape : null;
    }
}
