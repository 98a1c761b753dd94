using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;

namespace Parameterize.Generators.Evaluation;

/// <content>Operators and conversions.</content>
internal sealed partial class Evaluator
{
    private Value Binary(IBinaryOperation binary, Frame frame)
    {
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            return Logical(binary, frame);
        }

        if (AsksForLast(binary, frame) is { } isLast)
        {
            return Truth(isLast);
        }

        var (a, b) = (Evaluate(binary.LeftOperand, frame), Evaluate(binary.RightOperand, frame));
        if (binary.OperatorMethod is { IsAbstract: true } generic && IsFramework(generic))
        {
            // Of a type that is a parameter itself: it may be whole.
            var (whole, real) = (Generic(isWhole: true), Generic(isWhole: false));
            return new Value(whole with { Values = Samples.Common(whole.Values, real.Values) });
        }

        if (binary.OperatorMethod is { } method)
        {
            return TensorShapes.IsTensor(binary.Type)
                ? Combined(binary, a, b)
                : CallOperator(method, [a, b], binary, frame);
        }

        if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && IsOfReferences(binary) && !a.IsNull
            && !b.IsNull)
        {
            // Two boxes of one number are two.
            return new Value(Finite.Opaque(GrowthIn([a, b], Parting(binary.Syntax))));
        }

        return binary.IsLifted && (a.MayBeNull || b.MayBeNull)
            ? Lifted(binary, a, b)
            : Binary(binary.OperatorKind, a, b, binary.Type, binary.Syntax, binary);

        Dimension Generic(bool isWhole) => Arithmetic.Of(binary.OperatorKind, a.Dimension, b.Dimension, isWhole, binary.Syntax);
    }

    private Value Combined(IBinaryOperation binary, Value a, Value b)
    {
        var (isA, isB) = (TensorShapes.IsTensor(binary.LeftOperand), TensorShapes.IsTensor(binary.RightOperand));
        var result = Combined(a, isA, b, isB, binary);
        return (binary.OperatorKind, isA) switch
        {
            (BinaryOperatorKind.Multiply, true) => Computed(result, a, b, isB, "mul", binary),
            (BinaryOperatorKind.Multiply, false) => Computed(result, b, a, isA, "mul", binary),
            (BinaryOperatorKind.Divide, true) => Computed(result, a, b, isB, "div", binary),
            (BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, true) => Computed(result, a, b, isB, "add", binary),
            _ => result,
        };
    }

    private static bool IsOfReferences(IBinaryOperation binary) =>
        binary.LeftOperand.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String };

    /// <summary>What is computed from null is null, and what is compared with it is not true.</summary>
    private Value Lifted(IBinaryOperation binary, Value a, Value b)
    {
        if (IsNumber(binary.Type))
        {
            return a.IsNull || b.IsNull
                ? Value.Null()
                : Binary(binary.OperatorKind, a, b, binary.Type, binary.Syntax, binary) with { MayBeNull = true };
        }

        return binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && (a.IsNull || b.IsNull)
            ? Binary(binary.OperatorKind, a, b, binary.Type, binary.Syntax, binary)
            : new Value(Finite.Opaque(GrowthIn([a, b], Parting(binary.Syntax))));
    }

    private Value Logical(IBinaryOperation binary, Frame frame)
    {
        var isAnd = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        var (first, second) = (Evaluate(binary.LeftOperand, frame), Truth(isAnd));
        Branch(first, binary.LeftOperand.Syntax, () => Right(isAnd), () => Right(!isAnd));
        return isAnd ? Both(first, second) : Either(first, second);

        void Right(bool isReached)
        {
            second = isReached ? Evaluate(binary.RightOperand, frame) : second;
        }
    }

    private Value Binary(BinaryOperatorKind kind, Value a, Value b, ITypeSymbol? type, SyntaxNode at, IOperation operation)
    {
        if (kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            var equal = AreEqual(a, b, at);
            return kind == BinaryOperatorKind.Equals ? equal : Not(equal);
        }

        if (IsNumber(type))
        {
            var count = kind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift
                ? Representable.ShiftOf(b.Dimension, Underlying(type))
                : b.Dimension;
            return new Value(Representable.Of(Arithmetic.Of(kind, a.Dimension, count, IsWhole(type), at), Underlying(type)));
        }

        if (Arithmetic.Compare(kind, a.Dimension, b.Dimension) is { } truth)
        {
            return Truth(truth);
        }

        return type is null or { SpecialType: SpecialType.System_Boolean }
            ? Decided(kind, a, b, at)
            : Opaque(operation, [a, b], Arithmetic.Reason, isReading: true);
    }

    /// <summary>A comparison that does not come out alike at all widths; of numbers, it may be known how it comes out at some.</summary>
    private Value Decided(BinaryOperatorKind kind, Value a, Value b, SyntaxNode at) => GrowthIn([a, b], Parting(at)) is { } growth
        ? new(Dimension.Unclear(growth, Arithmetic.Truths(kind, a.Dimension, b.Dimension)))
        : new(Finite.Opaque(null));

    /// <summary>Whether both hold; unknown by a width if one is.</summary>
    private static Value Both(Value a, Value b)
    {
        if (a.Constant is false || b.Constant is false)
        {
            return Truth(false);
        }

        if (a.Constant is true)
        {
            return b;
        }

        if (b.Constant is true)
        {
            return a;
        }

        return new(
        (a.Dimension.IsFinite ? b : a).Dimension with
        {
            Values = Samples.Zip(a.Dimension.Values, b.Dimension.Values, static (x, y) => x * y),
        });
    }

    private static Value Either(Value a, Value b) => Not(Both(Not(a), Not(b)));

    private static Value Not(Value condition) => condition.Constant is bool known
        ? condition with { Constant = !known }
        : condition with { Dimension = condition.Dimension with { Values = condition.Dimension.Values.Map(static holds => 1 - holds) } };

    private Value AreEqual(Value a, Value b, SyntaxNode at)
    {
        if (a.IsNull && b.IsNull)
        {
            return Truth(true);
        }

        if (a.IsNull || b.IsNull)
        {
            var other = a.IsNull ? b : a;
            return !other.MayBeNull ? Truth(false) : new Value(Finite.Opaque(other.Dimension.Ratio is null ? other.Dimension.Doubt : null));
        }

        if (Arithmetic.Compare(BinaryOperatorKind.Equals, a.Dimension, b.Dimension) is { } truth)
        {
            return Truth(truth);
        }

        return a.Constant is not (null or TensorNames) && b.Constant is not (null or TensorNames)
            && a.Dimension.IsFinite && b.Dimension.IsFinite
            ? Truth(Equals(a.Constant, b.Constant))
            : Decided(BinaryOperatorKind.Equals, a, b, at);
    }

    private Value Unary(IUnaryOperation unary, Frame frame)
    {
        var value = Evaluate(unary.Operand, frame);
        return unary switch
        {
            { OperatorMethod: { } method } => TensorShapes.IsTensor(unary.Type) ? value : CallOperator(method, [value], unary, frame),
            { OperatorKind: UnaryOperatorKind.Not } => Not(value),
            { OperatorKind: UnaryOperatorKind.Plus } => value,
            { OperatorKind: UnaryOperatorKind.Minus } => Binary(
                BinaryOperatorKind.Multiply, Constant(-1), value, unary.Type, unary.Syntax, unary),
            { OperatorKind: UnaryOperatorKind.BitwiseNegation } when IsWhole(unary.Type) => Binary(
                BinaryOperatorKind.Subtract, Constant(-1), value, unary.Type, unary.Syntax, unary),
            { OperatorKind: UnaryOperatorKind.Hat } => value with { Constant = FromEnd },
            _ => Opaque(unary, [value], Arithmetic.Reason, isReading: true),
        };
    }

    private Value Convert(IConversionOperation conversion, Frame frame)
    {
        var value = Evaluate(conversion.Operand, frame);
        if (conversion.OperatorMethod is { } method)
        {
            return LayerCatalogue.IsTorchSharp(method) || IsFramework(method)
                ? Carried(conversion, value) : CallOperator(method, [value], conversion, frame);
        }

        if (conversion.Operand.Type is { IsReferenceType: true } && IsModuleOf(value, conversion.Type) == false)
        {
            _isDead |= !conversion.IsTryCast;
            return Value.Null();
        }

        var converted = Converted(Boxed(conversion, value), conversion.Operand.Type, conversion.Type, conversion);
        converted = conversion.IsImplicit ? converted : Narrowed(converted, conversion.Type);
        return conversion.IsTryCast && conversion.Operand.Type is { IsReferenceType: true }
            && IsModuleOf(value, conversion.Type) is not true && !IsSurely(value, conversion.Type)
            ? converted with { MayBeNull = true }
            : converted;
    }

    private static Value Converted(Value value, ITypeSymbol? from, ITypeSymbol? to, IOperation at)
    {
        (from, to) = (Underlying(from), Underlying(to));
        if (!IsNumber(from) || !IsNumber(to))
        {
            return value;
        }

        var number = Representable.Of(IsWhole(to) ? Whole(value.Dimension) : value.Dimension, to);
        return ReferenceEquals(number, value.Dimension) ? value : new Value(number);

        Dimension Whole(Dimension number)
        {
            if (IsSmall(to) && !number.IsFinite)
            {
                return Dimension.Unclear(
                    number.Doubt ?? new(at.Syntax, "keeps only the lowest bits of a number that grows; use int or long"), number.Values);
            }

            return IsWhole(from) ? number : Arithmetic.Whole(number, Math.Truncate, at.Syntax);
        }
    }

    /// <summary>
    /// A conversion of the framework's or TorchSharp's own, such as to a span or a scalar: what it holds is what was converted.
    /// </summary>
    private Value Carried(IConversionOperation conversion, Value value) => TensorShapes.IsTensor(conversion.Type) && value.Shape is null
        ? new Value(Finite.Opaque(GrowthIn([value], Reading(conversion))))
        : value;

    private Value Step(IIncrementOrDecrementOperation step, Frame frame)
    {
        var reference = Refer(step.Target, frame);
        var before = reference.Get();
        var kind = step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var after = step.OperatorMethod is { } method
            ? CallOperator(method, [before], step, frame)
            : Binary(kind, before, Constant(1), Underlying(step.Target.Type), step.Syntax, step);
        reference.Set(after);
        return step.IsPostfix ? before : after;
    }

    private Value Change(ICompoundAssignmentOperation assignment, Frame frame)
    {
        if (assignment.Target is IEventReferenceOperation)
        {
            return Opaque(assignment, [Evaluate(assignment.Value, frame)], Reason(assignment));
        }

        var reference = Refer(assignment.Target, frame);
        var (a, b) = (reference.Get(), Evaluate(assignment.Value, frame));
        var type = Underlying(assignment.Target.Type);
        var result = assignment.OperatorMethod switch
        {
            { } when TensorShapes.IsTensor(assignment.Type) =>
                Combined(a, true, b, TensorShapes.IsTensor(assignment.Value), assignment),
            { } method => CallOperator(method, [a, b], assignment, frame),
            null => Binary(
                assignment.OperatorKind, a, b, IsWhole(assignment.Value.Type) ? type : assignment.Value.Type, assignment.Syntax,
                assignment),
        };
        result = Converted(result, IsNumber(type) ? assignment.Value.Type : type, type, assignment);
        reference.Set(result);
        return result;
    }

    private static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0] : type;

    public static bool IsNumber(ITypeSymbol? type) =>
        Underlying(type) is { SpecialType: >= SpecialType.System_Char and <= SpecialType.System_UIntPtr
        and not SpecialType.System_String };

    public static bool IsWhole(ITypeSymbol? type) => Underlying(type) is not
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal };

    private static bool IsSmall(ITypeSymbol? type) => type is
        { SpecialType: SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Char };
}
