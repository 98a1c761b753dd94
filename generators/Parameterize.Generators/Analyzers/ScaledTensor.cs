using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>A tensor that is multiplied or divided by a number.</summary>
/// <param name="Tensor">The tensor.</param>
/// <param name="By">The number.</param>
/// <param name="IsDivided">Which of the two.</param>
internal sealed record ScaledTensor(IOperation Tensor, IOperation By, bool IsDivided)
{
    /// <summary>Null for an operation that is none.</summary>
    public static ScaledTensor? Of(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient => Of(quotient.LeftOperand, quotient.RightOperand, true),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product =>
            Of(product.LeftOperand, product.RightOperand, false) ?? Of(product.RightOperand, product.LeftOperand, false),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Divide } quotient => Of(quotient.Target, quotient.Value, true),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Multiply } product => Of(product.Target, product.Value, false),
        IInvocationOperation { Instance: { } tensor, TargetMethod.Name: "mul" or "mul_" or "multiply" or "div" or "div_"
            or "divide", Arguments: { Length: > 0 } arguments } call =>
            Of(tensor, arguments[0].Value, call.TargetMethod.Name[0] == 'd'),
        _ => null,
    };

    private static ScaledTensor? Of(IOperation tensor, IOperation by, bool isDivided) =>
        tensor.Type.Is(WellKnownNames.Tensor)
            && Bare(by) is { Type.SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } number
            ? new(tensor, number, isDivided)
            : null;

    private static IOperation Bare(IOperation operation) =>
        operation is IConversionOperation conversion ? Bare(conversion.Operand) : operation;
}
