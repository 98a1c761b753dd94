using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Evaluation;

/// <content>Expressions: what each kind means; a kind that is not here is opaque.</content>
internal sealed partial class Evaluator
{
    // The receivers of the ?. that are being evaluated.
    private readonly Stack<Value> _accessed = new();

    /// <summary>Code in the making may have what belongs into an initializer, or behind a question mark, where there is none.</summary>
    private static Value Innermost(Stack<Value> values, IOperation operation) =>
        values.Count > 0 ? values.Peek() : Value.Unclear(new(operation.Syntax, "is an object that is not followed"));

    private Value Evaluate(IOperation? operation, Frame frame)
    {
        if (operation is null)
        {
            return Nothing();
        }

        if (IsExhausted(operation))
        {
            return Value.Unclear(_exhausted!);
        }

        return operation switch
        {
            { ConstantValue: { HasValue: true, Value: var constant } } => Constant(constant),
            ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
                or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation => Refer(operation, frame).Get(),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => Innermost(_initialized, operation),
            IInstanceReferenceOperation => frame.Self ?? Value.Unclear(new(operation.Syntax, "is an object that is not followed")),
            IConditionalAccessInstanceOperation => Innermost(_accessed, operation),
            IConversionOperation conversion => Convert(conversion, frame),
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand, frame),
            IArgumentOperation argument => Evaluate(argument.Value, frame),
            IBinaryOperation binary => Binary(binary, frame),
            IUnaryOperation unary => Unary(unary, frame),
            IConditionalOperation choice => Choose(
                Evaluate(choice.Condition, frame),
                choice.Condition.Syntax,
                () => Where(choice.Condition, true, () => Evaluate(choice.WhenTrue, frame)),
                () => Where(choice.Condition, false, () => Evaluate(choice.WhenFalse, frame))),
            ICoalesceOperation choice => Coalesce(Evaluate(choice.Value, frame), choice.Value, () => Evaluate(choice.WhenNull, frame)),
            IConditionalAccessOperation access => Access(access, frame),
            ISwitchExpressionOperation choice => Switch(choice, frame),
            IIsPatternOperation test => Matches(test.Pattern, Evaluate(test.Value, frame), frame),
            IIsTypeOperation test => IsOf(test, Evaluate(test.ValueOperand, frame)),
            ISimpleAssignmentOperation assignment => Assign(assignment, frame),
            ICoalesceAssignmentOperation assignment => AssignIfNull(assignment, frame),
            ICompoundAssignmentOperation assignment => Change(assignment, frame),
            IIncrementOrDecrementOperation step => Step(step, frame),
            IDeconstructionAssignmentOperation assignment => Deconstruct(assignment.Target, Evaluate(assignment.Value, frame), frame),
            ITupleOperation tuple => Tuple(tuple, frame),
            IObjectCreationOperation creation => Create(creation, frame),
            IAnonymousObjectCreationOperation creation => Create(creation, frame),
            IWithOperation copy => Copy(copy, frame),
            IArrayCreationOperation array => Array(array, frame),
            ICollectionExpressionOperation collection => Collect(collection, frame),
            IAnonymousFunctionOperation lambda => Function(new Closure(lambda.Symbol, lambda.Body, Captured(frame), frame.Self)),
            IMethodReferenceOperation method => Function(MethodGroup(method, frame)),
            IDelegateCreationOperation creation => Evaluate(creation.Target, frame),
            IInvocationOperation invocation => Invoke(invocation, frame),
            IAwaitOperation awaited => Evaluate(awaited.Operation, frame),
            IThrowOperation thrown => Throw(thrown, frame),
            ITranslatedQueryOperation query => Evaluate(query.Operation, frame),
            IRangeOperation range => Range(range, frame),
            IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression, frame),
            IDefaultValueOperation { Type: { IsValueType: false } } or ITypeOfOperation or ISizeOfOperation or INameOfOperation =>
                Value.Null(),
            IDefaultValueOperation { Type: INamedTypeSymbol type } => DefaultOf(type, operation, frame),
            IAddressOfOperation { Reference: var target } => Unreadable(target, frame, "has its address taken; use it without a pointer"),
            { Kind: OperationKind.None } when Pointed(operation, frame) is { } pointed => Read(pointed, operation),
            IInterpolatedStringOperation text => Interpolated(text, frame),
            {
                Kind: OperationKind.None,
                Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.StackAllocArrayCreationExpressionSyntax { Initializer: null },
            } =>
                Allocated(operation, frame),
            IInvalidOperation invalid => Unresolved(invalid, frame),
            _ => Opaque(operation, operation.ChildOperations.Select(part => Evaluate(part, frame)).ToArray(), Reason(operation)),
        };
    }

    private Value IsOf(IIsTypeOperation test, Value value) => !value.MayBeNull && IsModuleOf(value, test.TypeOperand) is { } isOf
        ? Truth(isOf != test.IsNegated)
        : new Value(Finite.Opaque(GrowthIn([value], Reading(test))));

    /// <summary>What is no number and holds none.</summary>
    private static Value Nothing() => new(Finite.Constant(null));

    private static Value Truth(bool value) => new(Finite.Constant(null)) { Constant = value };

    private static Value Function(Closure closure) => Nothing() with { Closures = [closure] };

    private static Frame Captured(Frame frame)
    {
        frame.Capture();
        return frame;
    }

    private static Value Constant(object? value) => value is null ? Value.Null() : new(Representable.Constant(value))
    {
        Constant = value as bool? ?? (object?)(value as string),
    };

    /// <summary>A text: known, if its parts are, for it may be a module's name.</summary>
    private Value Interpolated(IInterpolatedStringOperation text, Frame frame)
    {
        var parts = text.Parts.Select(part => part switch
        {
            IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string literal } } => Constant(literal),
            IInterpolationOperation { Alignment: null, FormatString: null } hole => Evaluate(hole.Expression, frame),
            IInterpolationOperation hole => new Value(Finite.Opaque(GrowthIn([Evaluate(hole.Expression, frame)], Arithmetic.Reason, hole))),
            _ => Nothing(),
        }).ToArray();
        var texts = parts.Select(static part =>
            part.Constant as string
                ?? (part.Dimension is { IsFinite: true, AtBase: { } number } ? Infrastructure.Literal.Of(number) : null)).ToArray();
        return texts.All(static known => known is not null)
            ? Constant(string.Concat(texts))
            : Opaque(text, parts, Arithmetic.Reason, isReading: true);
    }

    private Value Throw(IThrowOperation thrown, Frame frame)
    {
        Evaluate(thrown.Exception, frame);
        _isDead = true;
        return Nothing();
    }

    private Value Unreadable(IOperation target, Frame frame, string reason)
    {
        Lose(target, new(target.Syntax, reason));
        return Evaluate(target, frame);
    }

    private Value Coalesce(Value value, IOperation at, Func<Value> otherwise)
    {
        if (value.IsNull)
        {
            return otherwise();
        }

        if (!value.MayBeNull)
        {
            return value;
        }

        return Choose(
            new Value(Finite.Opaque(value.Dimension.Ratio is null ? Parting(at.Syntax) : null)), at.Syntax, () =>
                value with { MayBeNull = false }, otherwise);
    }

    private Value Access(IConditionalAccessOperation access, Frame frame)
    {
        var receiver = Evaluate(access.Operation, frame);
        if (receiver.IsNull)
        {
            return Value.Null();
        }

        return receiver.MayBeNull
            ? Choose(
                new Value(Finite.Opaque(receiver.Dimension.Ratio is null ? Parting(access.Operation.Syntax) : null)),
                access.Operation.Syntax, Whole, Missing)
            : Whole();

        Value Missing()
        {
            Miss(access.Operation);
            return Value.Null();
        }

        Value Whole()
        {
            _accessed.Push(receiver with { MayBeNull = false });
            var value = Evaluate(access.WhenNotNull, frame);
            _accessed.Pop();
            return value;
        }
    }

    private Value Switch(ISwitchExpressionOperation choice, Frame frame)
    {
        var value = Evaluate(choice.Value, frame);
        return Arm(0);

        Value Arm(int index)
        {
            if (index == choice.Arms.Length)
            {
                _isDead = true;
                return Nothing();
            }

            var arm = choice.Arms[index];
            var matches = Guarded(Matches(arm.Pattern, value, frame), arm.Guard, frame);
            return Choose(matches, choice.Value.Syntax, () => Evaluate(arm.Value, frame), () => Arm(index + 1));
        }
    }

    private Value Tuple(ITupleOperation tuple, Frame frame)
    {
        var values = tuple.Elements.Select(element => Evaluate(element, frame)).ToArray();
        var thing = New(tuple, frame, tuple.Type);
        for (var index = 0; index < values.Length; index++)
        {
            Write(new Place(thing, ItemName(index)), values[index], tuple.Syntax);
        }

        return Of(thing);
    }

    private Value Range(IRangeOperation range, Frame frame)
    {
        var (start, end) = (Bound(range.LeftOperand), Bound(range.RightOperand));
        var bounds = new[] { start, end }.OfType<Value>().ToArray();
        return new Value(Finite.Opaque(GrowthIn(bounds, Reading(range)))) { Constant = new Slice(start, end) };

        Value? Bound(IOperation? bound) => bound is null ? null : Evaluate(bound, frame);
    }

    private static string ItemName(int index) => "Item" + Infrastructure.Literal.Of(index + 1);

    private static Value Of(Thing thing) => Nothing() with { Things = [thing] };
}
