using Microsoft.CodeAnalysis;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Parsing;

/// <summary>Which shape a tensor is made with, so that a bare parameter's axes can be followed.</summary>
internal static class TensorShapes
{
    /// <summary>TorchSharp's functions that make a tensor of a size given by their first arguments.</summary>
    private static readonly HashSet<string> Makers = ["zeros", "ones", "empty", "rand", "randn", "full"];

    /// <summary>Methods of a tensor, and functions of one, that keep its shape.</summary>
    private static readonly HashSet<string> Keepers =
    [
        "Parameter", "mul", "mul_", "div", "div_", "add", "add_", "sub", "sub_", "neg", "to", "to_type", "cpu", "cuda", "clone", "detach", "requires_grad_",
        "normal_", "uniform_", "zero_", "fill_", "kaiming_normal_", "kaiming_uniform_", "xavier_uniform_", "orthogonal_", "constant_",
    ];

    public static bool IsTensor(ITypeSymbol? type) => type.DerivesFrom("TorchSharp.torch.Tensor");

    /// <summary>Whether the function makes a tensor of a size that its first arguments give.</summary>
    public static bool IsMaker(IMethodSymbol method) => method.IsStatic && Makers.Contains(method.Name) && method.Parameters.Length > 0;

    public static bool IsKeeper(IMethodSymbol method) => Keepers.Contains(method.Name);

    /// <summary>The numbers among a maker's arguments that are its sizes.</summary>
    public static int SizesOf(IMethodSymbol maker) => maker.Parameters
        .TakeWhile(static parameter => parameter.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64)
        .Count();

    /// <summary>Of two tensors, one of which is a number more often than not.</summary>
    public static IReadOnlyList<Dimension>? Combined(IReadOnlyList<Dimension>? a, IReadOnlyList<Dimension>? b) =>
        a is null || b is null ? a ?? b : a.SequenceEqual(b) ? a : null;
}
