using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Analyzers;

/// <summary>A product of tensors that is summed over the last axis of both.</summary>
/// <param name="Operation">The call that sums.</param>
/// <param name="Left">One factor, with the axis that is summed over as its last one.</param>
/// <param name="Right">The other one, likewise.</param>
internal sealed record WideProduct(IOperation Operation, FlowValue Left, FlowValue Right)
{
    /// <summary>The words that a method has to have for there to be one in it.</summary>
    public static IReadOnlyList<string> Words { get; } = ["matmul", "bmm", "mm", "mv", "einsum", "dot", "inner", "sum"];

    private static readonly HashSet<string> Matrices = ["matmul", "bmm", "mm"];
    private static readonly HashSet<string> Vectors = ["dot", "vdot", "inner", "mv"];
    private static readonly HashSet<string> Multiplications = ["mul", "multiply"];

    /// <summary>What puts the last axis elsewhere, or adds one behind it.</summary>
    private static readonly HashSet<string> Turns =
        ["t", "transpose", "swapaxes", "swapdims", "permute", "unsqueeze", "T", "mT", "H", "mH"];

    /// <summary>Null for another operation, and where it is not seen that it sums over the last axis of both.</summary>
    public static WideProduct? Of(ValueFlow flow, FlowValue value)
    {
        if (value.Operation is not IInvocationOperation { TargetMethod: var method } call || !LayerCatalogue.IsTorchSharp(method)
            || Operands(call) is not { Length: > 0 } operands)
        {
            return null;
        }

        if (Matrices.Contains(method.Name) && operands.Length == 2
            && (Turned(flow, value.With(operands[1])) ?? Gathered(flow, value.With(operands[1]))) is { } turned)
        {
            return new(call, value.With(operands[0]), turned);
        }

        if (Vectors.Contains(method.Name) && operands.Length == 2)
        {
            return new(call, value.With(operands[0]), value.With(operands[1]));
        }

        if (method.Name == "einsum" && operands.Length == 2 && SumsLast(call))
        {
            return new(call, value.With(operands[0]), value.With(operands[1]));
        }

        return method.Name == "sum" && IsOverLast(call) && Multiplied(flow, value.With(operands[0])) is { } factors
            ? new(call, factors.Left, factors.Right)
            : null;
    }

    /// <summary>How the axis that is summed over widens, of two vectors of the model's own; null where that is not so.</summary>
    public Factor? Widens(SizeInForward growth, Activations vectors) =>
        growth.LastAxis(Left) is { } wide && IsWidening(wide) && growth.LastAxis(Right) is { } other && IsWidening(other)
            && vectors.Are(Left) && vectors.Are(Right) && !IsScaledInPlace()
            ? wide
            : null;

    /// <summary>Whether a variable that is multiplied is given another scale where it stands, as by <c>q *= scale</c>.</summary>
    private bool IsScaledInPlace()
    {
        var locals = new HashSet<ISymbol>(
            Operation.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(local => local.Local), SymbolEqualityComparer.Default);
        return locals.Count > 0 && Operation.Root().Descendants().Any(operation => ScaledTensor.Of(operation) is
            { Tensor: ILocalReferenceOperation { Local: var local } } && locals.Contains(local)
            && operation is ICompoundAssignmentOperation or IInvocationOperation { TargetMethod.Name: "mul_" or "div_" });
    }

    /// <summary>Whether a size is a product of positive powers of widths.</summary>
    public static bool IsWidening(Factor size) => size.Powers.Count > 0 && size.Powers.All(power => power.Value.Constant > Rational.Zero);

    /// <summary>The tensors that a call works on.</summary>
    private static IOperation[] Operands(IInvocationOperation call) =>
        [
            .. call.Arguments.Select(argument => argument.Value)
                .SelectMany(TensorArguments.Parts)
                .Prepend(call.Instance)
                .OfType<IOperation>()
                .Where(operand => operand.Type.Is(WellKnownNames.Tensor)),
        ];

    /// <summary>The tensor whose last axis has been turned up to be the one before the last.</summary>
    private static FlowValue? Turned(ValueFlow flow, FlowValue operand) =>
        Only(flow, operand) is not { } origin ? null : origin.Operation switch
        {
            IInvocationOperation { Instance: { } tensor, TargetMethod: var turn } when Turns.Contains(turn.Name) => origin.With(tensor),
            IPropertyReferenceOperation { Instance: { } tensor, Property: var turn } when Turns.Contains(turn.Name) => origin.With(tensor),
            _ => null,
        };

    /// <summary>
    /// Of <c>k.T v</c>, gathered over places, k: what is multiplied with that, as linear attention does, is summed over the axis of k.
    /// </summary>
    private static FlowValue? Gathered(ValueFlow flow, FlowValue operand) => Only(flow, operand) is
        { Operation: IInvocationOperation { TargetMethod: var method } call } origin
        && Matrices.Contains(method.Name) && LayerCatalogue.IsTorchSharp(method) && Operands(call) is { Length: 2 } both
            ? Turned(flow, origin.With(both[0]))
            : null;

    private static (FlowValue Left, FlowValue Right)? Multiplied(ValueFlow flow, FlowValue operand) =>
        Only(flow, operand) is not { } origin ? null : origin.Operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply, LeftOperand: var left, RightOperand: var right }
                when left.Type.Is(WellKnownNames.Tensor) && right.Type.Is(WellKnownNames.Tensor) => (origin.With(left), origin.With(right)),
            IInvocationOperation { TargetMethod: var method } call
                when Multiplications.Contains(method.Name) && LayerCatalogue.IsTorchSharp(method)
                    && Operands(call) is { Length: 2 } both => (origin.With(both[0]), origin.With(both[1])),
            _ => null,
        };

    private static FlowValue? Only(ValueFlow flow, FlowValue operand) =>
        flow.Origins(operand) is { Count: 1 } origins ? origins[0] : null;

    /// <summary>Over all axes, or over the last one of a matrix or of any tensor.</summary>
    private static bool IsOverLast(IInvocationOperation sum) => sum.Arguments
        .Where(argument =>
            argument.ArgumentKind != ArgumentKind.DefaultValue
                && argument.Parameter?.Name.StartsWith("dim", StringComparison.Ordinal) == true)
        .SelectMany(argument => TensorArguments.Parts(argument.Value))
        .All(axis => axis.ConstantValue is { HasValue: true, Value: -1 or 1 or -1L or 1L });

    /// <summary>As <c>bd,cd->bc</c>.</summary>
    private static bool SumsLast(IInvocationOperation einsum) =>
        TensorArguments.Axes(einsum) is var (operands, result)
        && operands.Select(axes => axes[axes.Length - 1]).Distinct().ToArray() is { Length: 1 } last && !result.Contains(last[0]);
}
