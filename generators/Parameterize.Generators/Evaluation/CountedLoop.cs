using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <summary>
/// A loop of the form <c>for (int i = 0; i &lt; bound; i++)</c> whose body asks whether a round is the last one: <c>i == bound - 1</c>.
/// Nothing
/// but its head writes the counter, nothing at all writes the bound, and no round leaves it, so that the counter tells the last round from
/// those before it, whatever their number.
/// </summary>
/// <param name="Counter">The counter.</param>
/// <param name="Bound">What it runs up to, without the constant that is added to that.</param>
/// <param name="Last">The counter in the last round, less the bound.</param>
internal sealed record CountedLoop(ILocalSymbol Counter, IOperation Bound, long Last)
{
    private static readonly string[] s_shortening = ["Remove", "Insert", "Clear", "Pop", "Dequeue"];

    /// <summary>The loop; null where it has another form, or its body does not ask.</summary>
    public static CountedLoop? Of(IForLoopOperation loop) => FormOf(loop) is { } counted
        && loop.Body.DescendantsAndSelf().OfType<IBinaryOperation>().Any(asked => counted.Compare(asked, isLast: true) is not null)
        && StaysIn(counted.Bound, loop)
        ? counted : null;

    /// <summary>
    /// The same of a loop that counts from 0 to a bound, one by one, and takes nothing out of a collection; whether the bound stays is not
    /// asked.
    /// </summary>
    public static CountedLoop? Whole(IForLoopOperation loop) => FormOf(loop) is { Last: -1 } counted
        && loop.Before.SelectMany(static statement => statement.DescendantsAndSelf())
            .OfType<IVariableDeclaratorOperation>()
            .ToArray()
            .Only() is { } declarator
        && SymbolEqualityComparer.Default.Equals(declarator.Symbol, counted.Counter)
        && declarator.GetVariableInitializer() is { Value.ConstantValue: { HasValue: true, Value: 0 or 0L } }
        && !loop.Body.DescendantsAndSelf()
            .OfType<IInvocationOperation>()
            .Any(static call => s_shortening.Any(name => call.TargetMethod.Name.StartsWith(name, StringComparison.Ordinal)))
        ? counted : null;

    /// <summary>Whether both loops run up to one number, which nothing writes.</summary>
    public bool IsAsLongAs(CountedLoop other, IForLoopOperation loop, IForLoopOperation otherLoop) =>
        AreSame(Bound, other.Bound) && StaysIn(Bound, loop) && StaysIn(other.Bound, otherLoop);

    private static CountedLoop? FormOf(IForLoopOperation loop)
    {
        if (loop is not { Condition: IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan
            or BinaryOperatorKind.LessThanOrEqual } condition, AtLoopBottom.Length: 1 }
            || Sum(condition.LeftOperand) is not (ILocalReferenceOperation { Local: var counter }, var left)
            || counter.Type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64)
            || Sum(
                condition.RightOperand) is not ({ Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } bound, var right)
            || !IsStepOf(loop.AtLoopBottom[0], counter))
        {
            return null;
        }

        var counted = new CountedLoop(counter, bound, right - left - (condition.OperatorKind == BinaryOperatorKind.LessThan ? 1 : 0));
        return !loop.Body.DescendantsAndSelf()
                .Any(part =>
                    part is IReturnOperation
                        || (part is IBranchOperation branch && !SymbolEqualityComparer.Default.Equals(branch.Target, loop.ContinueLabel)))
            && !IsWritten(counter, loop.Body)
            ? counted : null;
    }

    /// <summary>
    /// What a comparison of the counter with the bound gives in the last round, or in any before it; null where that does not tell.
    /// </summary>
    public bool? Compare(IBinaryOperation comparison, bool isLast)
    {
        var (left, right) = (Sum(comparison.LeftOperand), Sum(comparison.RightOperand));
        var isTurned = !IsCounter(left.Core);
        var (counter, bound) = isTurned ? (right, left) : (left, right);
        if (!IsCounter(counter.Core) || !AreSame(bound.Core, Bound))
        {
            return null;
        }

        // Of the difference, the most there is: it is that in the last round.
        var most = Last + counter.Constant - bound.Constant - (isLast ? 0 : 1);
        return (isTurned ? Turned(comparison.OperatorKind) : comparison.OperatorKind) switch
        {
            BinaryOperatorKind.Equals => Once(most == 0, isSettled: most < 0),
            BinaryOperatorKind.NotEquals => Once(most != 0, isSettled: most < 0),
            BinaryOperatorKind.LessThan => Once(most < 0, isSettled: most < 0),
            BinaryOperatorKind.LessThanOrEqual => Once(most <= 0, isSettled: most <= 0),
            BinaryOperatorKind.GreaterThan => Once(most > 0, isSettled: most <= 0),
            BinaryOperatorKind.GreaterThanOrEqual => Once(most >= 0, isSettled: most < 0),
            _ => null,
        };

        // Before the last round the difference is less than that: what is settled for the most is settled for all.
        bool? Once(bool holds, bool isSettled) => isLast || isSettled ? holds : null;
    }

    private bool IsCounter(IOperation operation) =>
        operation is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, Counter);

    private static BinaryOperatorKind Turned(BinaryOperatorKind comparison) => comparison switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => comparison,
    };

    /// <summary>A number as another one and a constant that is added to it.</summary>
    private static (IOperation Core, long Constant) Sum(IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null, Operand: var operand } when IsWhole(operand.Type) && IsWhole(operation.Type):
                return Sum(operand);
            case IParenthesizedOperation { Operand: var operand }:
                return Sum(operand);
            case IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add
                or BinaryOperatorKind.Subtract } sum when IsWhole(sum.Type):
                if (Constant(sum.RightOperand) is { } right)
                {
                    var (core, constant) = Sum(sum.LeftOperand);
                    return (core, constant + (sum.OperatorKind == BinaryOperatorKind.Add ? right : -right));
                }

                return sum.OperatorKind == BinaryOperatorKind.Add && Constant(sum.LeftOperand) is { } left
                    && Sum(sum.RightOperand) is var (other, more)
                    ? (other, left + more) : (operation, 0);
            default:
                return (operation, 0);
        }
    }

    private static bool IsWhole(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static int? Constant(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: int and > -1_000_000 and < 1_000_000 and var value } ? value : null;

    private static bool IsStepOf(IOperation operation, ILocalSymbol counter) =>
        (operation is IExpressionStatementOperation { Operation: var inner } ? inner : operation) switch
        {
            IIncrementOrDecrementOperation { Kind: OperationKind.Increment, Target: ILocalReferenceOperation { Local: var local } } =>
                SymbolEqualityComparer.Default.Equals(local, counter),
            ICompoundAssignmentOperation
            {
                OperatorKind: BinaryOperatorKind.Add,
                Target: ILocalReferenceOperation { Local: var local },
                Value: var step,
            } =>
                SymbolEqualityComparer.Default.Equals(local, counter) && Constant(step) == 1,
            _ => false,
        };

    /// <summary>Whether both read the same thing.</summary>
    private static bool AreSame(IOperation? a, IOperation? b) => (a, b) switch
    {
        (null, null) => true,
        (IParameterReferenceOperation x, IParameterReferenceOperation y) => SymbolEqualityComparer.Default.Equals(x.Parameter, y.Parameter),
        (ILocalReferenceOperation x, ILocalReferenceOperation y) => SymbolEqualityComparer.Default.Equals(x.Local, y.Local),
        (IInstanceReferenceOperation x, IInstanceReferenceOperation y) => x.ReferenceKind == y.ReferenceKind,
        (IMemberReferenceOperation x, IMemberReferenceOperation y) =>
            SymbolEqualityComparer.Default.Equals(x.Member, y.Member) && AreSame(x.Instance, y.Instance),
        _ => false,
    };

    /// <summary>
    /// Whether it is one number from the first round to the last: what is never written after, or the length of an array that is not.
    /// </summary>
    private static bool StaysIn(IOperation bound, IForLoopOperation loop)
    {
        var root = Root(loop);
        return Stays(bound);

        bool Stays(IOperation? part) => part switch
        {
            null or IInstanceReferenceOperation => true,
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => !IsWritten(parameter, root),
            ILocalReferenceOperation { Local: { IsRef: false } local } => !IsWritten(local, root),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field, Instance: var instance } =>
                !IsWritten(field, loop) && Stays(instance),
            IPropertyReferenceOperation
            {
                Property: { Name: "Length", ContainingType.SpecialType: SpecialType.System_Array },
                Instance: var array,
            } => Stays(array),
            IPropertyReferenceOperation { Property: { SetMethod: null
                or { IsInitOnly: true }, IsVirtual: false, IsAbstract: false } property, Instance: var instance } =>
                property.ContainingType.GetMembers()
                    .OfType<IFieldSymbol>()
                    .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)) && Stays(instance),
            _ => false,
        };
    }

    /// <summary>Whether something in the body around may write it.</summary>
    public static bool IsWrittenAround(ISymbol symbol, IOperation part) => IsWritten(symbol, Root(part));

    private static IOperation Root(IOperation part) => part.Parent is { } parent ? Root(parent) : part;

    /// <summary>Whether something in there may write it, but for its declaration.</summary>
    private static bool IsWritten(ISymbol symbol, IOperation within) => within.DescendantsAndSelf()
        .Where(reference => SymbolEqualityComparer.Default.Equals(reference switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        }, symbol))
        .Any(static reference => Evaluator.IsTarget(reference) || reference.Parent is ITupleOperation);
}
