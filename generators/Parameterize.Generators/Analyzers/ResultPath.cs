using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>
/// Whether a tensor becomes the result of the method that it is computed in, through nothing that would give it another scale.
/// </summary>
/// <param name="isFixed">Whether a number is known to be the same at every width.</param>
internal sealed class ResultPath(Func<IOperation, bool> isFixed)
{
    /// <summary>How many operations and variables are followed.</summary>
    private const int Farthest = 24;

    /// <summary>What takes a tensor in and gives out one of another meaning or scale.</summary>
    private static readonly HashSet<string> Ends =
    [
        "matmul", "bmm", "mm", "mv", "einsum", "inner", "dot", "linear", "bilinear", "tensordot", "baddbmm", "addmm",
        "scaled_dot_product_attention", "embedding",
        "layer_norm", "batch_norm", "group_norm", "instance_norm", "normalize", "norm", "std", "var", "sign", "argmax", "argmin", "topk",
        "detach",
        "size", "backward", "item", "cat", "concat", "stack",
    ];

    public bool Reaches(IOperation tensor) => Reaches(tensor, Farthest);

    private bool Reaches(IOperation value, int steps) => steps > 0 && value.Parent switch
    {
        IReturnOperation statement => IsOfForward(statement),
        IConversionOperation or IUnaryOperation => Reaches(value.Parent, steps - 1),
        IArgumentOperation { Parent: IInvocationOperation call } => Passes(call, value) && Reaches(call, steps - 1),
        IInvocationOperation call when call.Instance == value => Passes(call, value) && Reaches(call, steps - 1),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum => Reaches(sum, steps - 1),
        IBinaryOperation scaled =>
            IsNumber(scaled.LeftOperand == value ? scaled.RightOperand : scaled.LeftOperand) && Reaches(scaled, steps - 1),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => Reaches(local, value, steps - 1),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment when assignment.Value == value =>
            Reaches(local, value, steps - 1),
        ICompoundAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, OperatorKind: BinaryOperatorKind.Add
            or BinaryOperatorKind.Subtract } assignment
            when assignment.Value == value => Reaches(local, value, steps - 1),
        _ => false,
    };

    /// <summary>One use of the variable is the result, and none gives it another scale.</summary>
    private bool Reaches(ILocalSymbol local, IOperation value, int steps)
    {
        var uses = value.Root()
            .Descendants()
            .OfType<ILocalReferenceOperation>()
            .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local)).ToArray();
        return !uses.Any(use =>
            use.Parent is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } scaled
                    && scaled.Target == use && !IsNumber(scaled.Value))
            && uses.Where(use => use.Syntax.SpanStart > value.Syntax.SpanStart && !IsTarget(use)).Any(use => Reaches(use, steps));
    }

    private static bool IsTarget(IOperation use) => use.Parent is IAssignmentOperation assignment && assignment.Target == use;

    /// <summary>A function of the tensor alone, or with numbers that do not grow.</summary>
    private bool Passes(IInvocationOperation call, IOperation tensor) => LayerCatalogue.IsTorchSharp(call.TargetMethod)
        && call.Type.Is(WellKnownNames.Tensor)
        && !Ends.Contains(call.TargetMethod.Name)
        && (call.TargetMethod.Name is not ("mul" or "mul_" or "multiply" or "div" or "div_" or "divide")
            || call.Arguments.All(argument =>
                argument.Value == tensor || argument.ArgumentKind == ArgumentKind.DefaultValue || IsNumber(argument.Value)));

    private bool IsNumber(IOperation factor) => factor switch
    {
        IConversionOperation conversion => IsNumber(conversion.Operand),
        { Type.SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => isFixed(factor),
        _ => false,
    };

    private static bool IsOfForward(IOperation statement)
    {
        for (var current = statement.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return true;
    }
}
