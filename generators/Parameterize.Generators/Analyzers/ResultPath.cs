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
/// <param name="isLayer">Whether an operation runs a layer.</param>
internal sealed class ResultPath(Func<IOperation, bool> isFixed, Func<IOperation, bool> isLayer)
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

    /// <summary>What looks at the size of numbers, or multiplies them further.</summary>
    private static readonly HashSet<string> Readers =
        ["softmax", "log_softmax", "sigmoid", "exp", "matmul", "bmm", "mm", "einsum"];

    /// <summary>By what a class's constructor makes of its numbers and layers.</summary>
    public static ResultPath Of(SizeInForward growth) => new(
        number => number.ConstantValue.HasValue || growth.Of(new FlowValue(number)) is { IsOne: true }, growth.IsLayer);

    public bool Reaches(IOperation tensor) => Reaches(tensor, Farthest, isInside: false);

    /// <summary>The same of what is inside of the model: a layer, a softmax or a further product takes the tensor in as it is.</summary>
    public bool Enters(IOperation tensor) => Reaches(tensor, Farthest, isInside: true);

    private bool Reaches(IOperation value, int steps, bool isInside) => steps > 0 && value.Parent switch
    {
        IReturnOperation statement => !isInside && IsOfForward(statement),
        IConversionOperation or IUnaryOperation => Reaches(value.Parent, steps - 1, isInside),
        IArgumentOperation { Parent: IInvocationOperation call } => ReachesBy(call, value, steps, isInside),
        IInvocationOperation call when call.Instance == value => ReachesBy(call, value, steps, isInside),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum => Reaches(sum, steps - 1, isInside),
        IBinaryOperation scaled =>
            IsNumber(scaled.LeftOperand == value ? scaled.RightOperand : scaled.LeftOperand) && Reaches(scaled, steps - 1, isInside),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } =>
            Reaches(local, value, steps - 1, isInside),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment when assignment.Value == value =>
            Reaches(local, value, steps - 1, isInside),
        ICompoundAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, OperatorKind: BinaryOperatorKind.Add
            or BinaryOperatorKind.Subtract } assignment
            when assignment.Value == value => Reaches(local, value, steps - 1, isInside),
        _ => false,
    };

    private bool ReachesBy(IInvocationOperation call, IOperation tensor, int steps, bool isInside) =>
        (isInside && (isLayer(call) || (Readers.Contains(call.TargetMethod.Name) && LayerCatalogue.IsTorchSharp(call.TargetMethod))))
            || (Passes(call, tensor) && Reaches(call, steps - 1, isInside));

    /// <summary>One use of the variable is the result, and none gives it another scale.</summary>
    private bool Reaches(ILocalSymbol local, IOperation value, int steps, bool isInside)
    {
        var uses = value.Root()
            .Descendants()
            .OfType<ILocalReferenceOperation>()
            .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local)).ToArray();
        return !uses.Any(use =>
            use.Parent is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } scaled
                    && scaled.Target == use && !IsNumber(scaled.Value))
            && uses.Where(use => use.Syntax.SpanStart > value.Syntax.SpanStart && !IsTarget(use)).Any(use => Reaches(use, steps, isInside))
            && (!isInside || !uses.Any(IsScaledAnew));
    }

    /// <summary>As in <c>logits = logits * scale</c>: which of the two is read later is not asked.</summary>
    private bool IsScaledAnew(ILocalReferenceOperation use) => use.Parent is IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide,
        } scaled
        && !IsNumber(scaled.LeftOperand == use ? scaled.RightOperand : scaled.LeftOperand);

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
