using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>Structs, where they are not the variable that they come from: copies that a call works on, boxes, and this as a
/// whole.</content>
internal sealed partial class Evaluator
{
    /// <summary>What a method runs on. A struct that is no variable, or one that may not be written, is copied for it.</summary>
    private Value Receiver(IOperation instance, Frame frame)
    {
        var value = Evaluate(instance, frame);
        return instance.Type is { IsValueType: true } && value.Things.Any(static thing => thing.IsStruct) && !IsVariable(instance)
            ? Copied(value, instance, isBoxed: false)
            : value;
    }

    private bool IsVariable(IOperation instance) => instance switch
    {
        ILocalReferenceOperation { Local: { IsForEach: false, IsUsing: false, RefKind: not RefKind.RefReadOnly } } => true,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None or RefKind.Ref or RefKind.Out } => true,
        IInstanceReferenceOperation or IArrayElementReferenceOperation => true,
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } reference => IsInConstructorOf(field, reference),
        IFieldReferenceOperation { Instance: null or { Type.IsReferenceType: true } } => true,
        IFieldReferenceOperation { Instance: { } owner } => IsVariable(owner),
        _ => false,
    };

    private bool IsInConstructorOf(IFieldSymbol field, IFieldReferenceOperation reference) =>
        reference.Instance is IInstanceReferenceOperation
            && reference.SemanticModel?.GetEnclosingSymbol(
                reference.Syntax.SpanStart, cancellation) is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            && SymbolEqualityComparer.Default.Equals(
                constructor.ContainingType.OriginalDefinition, field.ContainingType.OriginalDefinition);

    /// <summary>Structs as they are now, apart from where they come from.</summary>
    private Value Copied(Value value, IOperation at, bool isBoxed)
    {
        var copies = value.Things.Select(thing => thing.IsStruct || thing.IsBoxed ? Copy(thing) : thing).ToArray();
        return value with { Things = copies };

        Thing Copy(Thing thing)
        {
            var copy = _repeating == 0
                ? new Thing(ThingKind.Made, thing.Type) { IsBoxed = isBoxed }
                : SiteOf((at, thing), thing.Type, ThingKind.Made, isBoxed: isBoxed);
            foreach (var slot in _store.All(thing).ToArray())
            {
                Write(new Place(copy, slot.Key), slot.Value, at.Syntax);
            }

            if (_store.TaintOf(thing) is { } taint)
            {
                _store.Taint(copy, taint);
            }

            return copy;
        }
    }

    /// <summary>A struct in an object, or taken out of one, is a copy; in an object it is shared by all that refer to that.</summary>
    private Value Boxed(IConversionOperation conversion, Value value) => (conversion.Operand.Type, conversion.Type) switch
    {
        ({ IsValueType: true }, { IsReferenceType: true }) when value.Things.Any(static thing => thing.IsStruct) =>
            Copied(value, conversion, isBoxed: true),
        ({ IsReferenceType: true }, { IsValueType: true }) when value.Things.Any(static thing => thing.IsBoxed) =>
            Copied(value, conversion, isBoxed: false),
        _ => value,
    };

    /// <summary><c>this = ...</c> in a struct.</summary>
    private void Overwrite(Value self, Value value, SyntaxNode at)
    {
        if (self.Things.Only() is not { } target || value.Things.Only() is not { Kind: not ThingKind.Foreign } source || target.IsSeveral)
        {
            foreach (var thing in self.Things)
            {
                Disturb(thing, new(at, "is overwritten as a whole, which is not followed; write its members"));
            }

            return;
        }

        var slots = _store.All(source).ToArray();
        if (!ReferenceEquals(target, source))
        {
            _store.Drop(target);
        }

        foreach (var slot in slots)
        {
            Write(new Place(target, slot.Key), slot.Value, at);
        }

        if (_store.TaintOf(source) is { } taint)
        {
            _store.Taint(target, taint);
        }
    }
}
