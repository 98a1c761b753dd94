using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
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

    /// <summary>The shape that a call of TorchSharp gives; null where it cannot be told.</summary>
    public static IReadOnlyList<Dimension>? Of(IInvocationOperation call, System.Func<IOperation, Value> evaluate)
    {
        if (!IsTensor(call.TargetMethod.ReturnType))
        {
            return null;
        }

        var name = call.TargetMethod.Name;
        var arguments = call.Arguments.Where(argument => argument.Parameter is not null).OrderBy(argument => argument.Parameter!.Ordinal).ToArray();
        if (Makers.Contains(name) && call.Instance is null && arguments.Length > 0)
        {
            return arguments[0].Parameter!.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64
                ? arguments.TakeWhile(argument => argument.Parameter!.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64)
                    .Select(argument => evaluate(argument.Value).Dimension)
                    .ToArray()
                : evaluate(arguments[0].Value).Shape;
        }

        return Keepers.Contains(name)
            ? call.Instance is { } tensor ? evaluate(tensor).Shape : arguments.Length > 0 ? evaluate(arguments[0].Value).Shape : null
            : null;
    }
}
