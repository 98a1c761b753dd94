using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Analyzers;

/// <summary>What stands in the arguments of a call of TorchSharp's.</summary>
internal static class TensorArguments
{
    /// <summary>The elements of a list that is written out; else the argument itself.</summary>
    public static IEnumerable<IOperation> Parts(IOperation argument) => argument switch
    {
        IConversionOperation conversion => Parts(conversion.Operand),
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        ICollectionExpressionOperation { Elements: var elements } => elements,
        _ => [argument],
    };

    /// <summary>
    /// The axes of both operands of an einsum and those of its result, as <c>btd</c>, <c>vd</c> and <c>btv</c>; null where they are not
    /// written out, or there are not two operands.
    /// </summary>
    public static (string[] Operands, string Result)? Axes(IInvocationOperation einsum) =>
        einsum.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value.ConstantValue
            is { HasValue: true, Value: string equation }
        && equation.Replace(" ", "").Split([',', '-', '>'], StringSplitOptions.RemoveEmptyEntries) is { Length: 3 } terms
            ? ([terms[0], terms[1]], terms[2])
            : null;
}
