using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>What can stand left of an assignment: variables, members, elements.</content>
internal sealed partial class Evaluator
{
    /// <summary>Something that can be read and written; what it is part of has been evaluated, once.</summary>
    /// <param name="Places">The places that it is, as far as it is none but such.</param>
    private sealed record Reference(Func<Value> Get, Action<Value> Set, IReadOnlyList<Place>? Places = null);

    private Reference Refer(IOperation target, Frame frame)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                return Variable(local, target, frame);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return Variable(parameter, target, frame);
            case IFieldReferenceOperation { Field: var field } member:
                return Member(field.CorrespondingTupleField ?? field, member, frame);
            case IPropertyReferenceOperation { Property.IsIndexer: true } indexer:
                return Element(
                    Evaluate(indexer.Instance, frame), indexer.Arguments.Select(argument => Evaluate(argument, frame)).ToArray(), indexer,
                    frame);
            case IPropertyReferenceOperation member:
                return Member(member.Property, member, frame);
            case IArrayElementReferenceOperation element:
                return Element(
                    Evaluate(element.ArrayReference, frame), element.Indices.Select(index => Evaluate(index, frame)).ToArray(), element,
                    frame);
            case IImplicitIndexerReferenceOperation element:
                return Element(Evaluate(element.Instance, frame), [Evaluate(element.Argument, frame)], element, frame);
            case IDeclarationExpressionOperation declaration:
                return Refer(declaration.Expression, frame);
            case IConversionOperation or IParenthesizedOperation:
                return Refer(target.ChildOperations.First(), frame);
            case { Kind: OperationKind.None } when Pointed(target, frame) is { } pointed:
                return new(() => Read(pointed, target), value => Write(pointed, value, target.Syntax), pointed);
            case IDiscardOperation:
                return new(Nothing, static _ => { }, []);
            case IConditionalOperation { IsRef: true } choice:
                return Either(choice, frame);
            case IInstanceReferenceOperation when frame.Self is { } self && self.Things.Any(static thing => thing.IsStruct):
                return new(() => self, value => Overwrite(self, value, target.Syntax));
            default:
                return new(
                    () => Evaluate(target, frame),
                    value =>
                    {
                        Lose(target, new(target.Syntax, Reason(target)));
                        Opaque(target, [.. target.ChildOperations.Select(part => Evaluate(part, frame)), value], Reason(target));
                    });
        }
    }

    private Reference Variable(ISymbol variable, IOperation target, Frame frame)
    {
        if (frame.AliasOf(variable) is { } aliased)
        {
            return new(() => Read(aliased, target), value => Write(aliased, value, target.Syntax), aliased);
        }

        if (frame.Of(variable) is { } owner)
        {
            Place place = new(owner, variable);
            return new(() => Read([place], target), value => Write(place, value, target.Syntax), [place]);
        }

        if (variable is IParameterSymbol && frame.Self is { } self)
        {
            // A primary constructor's parameter, in a member.
            var places = self.Things.Select(thing => new Place(thing, variable.OriginalDefinition, self.Things.Count == 1)).ToArray();
            return new(() => Read(places, target), value => Write(places, value, target.Syntax), places);
        }

        frame.Declare(variable);
        Place declared = new(frame, variable);
        return new(() => Read([declared], target), value => Write(declared, value, target.Syntax), [declared]);
    }

    private Reference Member(ISymbol member, IMemberReferenceOperation reference, Frame frame)
    {
        if (reference.Instance is null)
        {
            return new(() => ReadStatic(member, reference, frame), value => WriteStatic(member, value, reference, frame));
        }

        var instance = Evaluate(reference.Instance, frame);
        var places = PlacesOf(instance, member);
        return new(() => ReadMember(instance, member, reference), value => WriteMember(instance, member, value, reference), places);
    }

    private Value Read(IReadOnlyList<Place> places, IOperation at) => places.Count == 0
        ? Nothing()
        : places.Select(place => Read(place, at)).Aggregate((a, b) => a.Or(b, _control, Meeting(at.Syntax)));

    private Value Read(Place place, IOperation at)
    {
        if (place.Key is ISymbol symbol && _lost.TryGetValue(symbol, out var lost))
        {
            return (_store.Find(place.Owner, place.Key) ?? Nothing()).Doubtful(lost);
        }

        if (place.Owner is Thing { Kind: ThingKind.Handed } handed && AliasOf(handed) is { } alias)
        {
            return Value.Unclear(alias);
        }

        return _store.Find(place.Owner, place.Key) ?? (place.Owner is Thing thing
            ? Initial(thing, place.Key, at)
            : Value.Unclear(new(at.Syntax, "is used where it is not seen to be set")));
    }

    private void Write(IReadOnlyList<Place> places, Value value, SyntaxNode? at)
    {
        foreach (var place in places)
        {
            Write(places.Count == 1 ? place : place with { IsCertain = false }, value, at);
        }
    }

    private void Write(Place place, Value value, SyntaxNode? at, Doubt? control = null)
    {
        var isOne = place.IsCertain && place.Owner is not (Thing { IsSeveral: true } or Frame { IsSeveral: true, IsCaptured: true });
        value = Stored(place, value, isOne);
        if (place.Owner is Thing { Kind: not ThingKind.Foreign })
        {
            House(place.Owner, place.Key, value);
        }

        if (!isOne && _store.Find(place.Owner, place.Key) is { } before)
        {
            value = before.Or(value, control, Meeting(at ?? SyntaxOf(place)));
        }

        if (place.Owner is Thing { Kind: ThingKind.Handed } handed && !value.Dimension.IsFinite && widths.Of(place.Key as ISymbol) is null)
        {
            _changed[handed] = new(
                at ?? SyntaxOf(place), "writes into an object that may be the same as another one; read the size before");
        }

        _store.Set(place.Owner, place.Key, value);
        foreach (var handler in _handlers)
        {
            handler.Set(
                place.Owner, place.Key,
                handler.Find(place.Owner, place.Key) is { } other ? other.Or(value, control, Meeting(at ?? SyntaxOf(place))) : value);
        }
    }

    private SyntaxNode SyntaxOf(Place place) =>
        (place.Key as ISymbol ?? _model).DeclaringSyntaxReferences.FirstOrDefault()?.Node(cancellation)
        ?? _model.DeclaringSyntaxReferences[0].Node(cancellation);

    /// <summary>A struct is copied to where it is stored: that place is an object of its own.</summary>
    private Value Stored(Place place, Value value, bool isOne)
    {
        if (!value.Things.Any(static thing => thing.IsStruct && thing.Elements is null))
        {
            return value;
        }

        var kind = value.Things.Max(static thing => thing.Kind);
        var own = SiteOf((place.Owner, (place.Key, kind)), value.Things[0].Type, kind);
        if (ReferenceEquals(value.Things.Only(), own))
        {
            return value;
        }

        var held = value.Things.SelectMany(thing => _store.All(thing).ToArray()).GroupBy(static slot => slot.Key, Identity.Keys).ToArray();
        if (isOne && !value.Things.Contains(own))
        {
            _store.Drop(own);
        }

        foreach (var slot in held)
        {
            Place inner = new(own, slot.Key, isOne);
            Write(
                inner, slot.Select(static part => part.Value).Aggregate((a, b) => a.Or(b, ControlIn(value), Meeting(SyntaxOf(place)))),
                null);
        }

        if (value.Things.Select(_store.TaintOf).FirstOrDefault(static taint => taint is not null) is { } tainted)
        {
            _store.Taint(own, tainted);
        }

        return value with { Things = [own] };
    }

    private Value Assign(ISimpleAssignmentOperation assignment, Frame frame)
    {
        if (assignment.IsRef)
        {
            // From here on it is one or the other, for all that is known.
            var doubt = new Doubt(assignment.Syntax, "makes a reference another one; use the variables themselves");
            foreach (var place in new[] { assignment.Target, assignment.Value }.SelectMany(side => Refer(side, frame).Places ?? []))
            {
                Lose(place, doubt);
            }

            Lose(assignment.Target, doubt);
            Lose(assignment.Value, doubt);
            return Value.Unclear(doubt);
        }

        var target = Refer(assignment.Target, frame);
        var value = Evaluate(assignment.Value, frame);
        target.Set(value);
        return value;
    }

    private void Lose(Place place, Doubt doubt)
    {
        if (place.Key is ISymbol symbol)
        {
            _lost[symbol] = doubt;
        }

        if (place.Owner is Thing thing)
        {
            Disturb(thing, doubt);
        }
    }

    /// <summary>One of two variables: <c>(wide ? ref a : ref b) = 1</c>.</summary>
    private Reference Either(IConditionalOperation choice, Frame frame)
    {
        var condition = Evaluate(choice.Condition, frame);
        var (whenTrue, whenFalse) = (Refer(choice.WhenTrue, frame), Refer(choice.WhenFalse!, frame));
        return new(
            () => Choose(condition, choice.Condition.Syntax, whenTrue.Get, whenFalse.Get),
            value => Branch(condition, choice.Condition.Syntax, () => whenTrue.Set(value), () => whenFalse.Set(value)));
    }

    private Value AssignIfNull(ICoalesceAssignmentOperation assignment, Frame frame)
    {
        var target = Refer(assignment.Target, frame);
        return Coalesce(target.Get(), assignment.Target, () =>
        {
            var value = Evaluate(assignment.Value, frame);
            target.Set(value);
            return value;
        });
    }

    private Value Deconstruct(IOperation target, Value value, Frame frame)
    {
        if (target is IDeclarationExpressionOperation declaration)
        {
            return Deconstruct(declaration.Expression, value, frame);
        }

        if (target is not ITupleOperation tuple)
        {
            Refer(target, frame).Set(value);
            return value;
        }

        // All parts are read before one is written: (a, b) = (b, a).
        var parts = Enumerable.Range(0, tuple.Elements.Length)
            .Select(index => Deconstructed(value, index, tuple.Elements.Length, target))
            .ToArray();
        for (var index = 0; index < parts.Length; index++)
        {
            Deconstruct(tuple.Elements[index], parts[index], frame);
        }

        return value;
    }

    /// <summary>A tuple's or a record's part, or what its Deconstruct gives.</summary>
    private Value Deconstructed(Value value, int index, int count, IOperation at)
    {
        var parts = value.Things.Select(thing => Part(thing)).ToArray();
        return parts.Length == 0 || parts.Any(static part => part is null)
            ? Opaque(at, [value], "is taken apart in a way that is not followed; name its parts")
            : parts.Select(static part => part!).Aggregate((a, b) => a.Or(b, ControlIn(value), Meeting(at.Syntax)));

        Value? Part(Thing thing)
        {
            if ((_store.Find(thing, ItemName(index)) ?? (count == 2 ? _store.Find(thing, index == 0 ? "Key" : "Value") : null)) is { } item)
            {
                return item;
            }

            if (thing.Kind != ThingKind.Foreign && thing.Type is INamedTypeSymbol { IsRecord: true } record
                && record.InstanceConstructors.FirstOrDefault(IsPrimary) is { } primary && primary.Parameters.Length == count
                && DeconstructMethods(record, count).Only() is { IsImplicitlyDeclared: true })
            {
                return ReadMember(Of(thing), PropertyOf(primary.Parameters[index]) ?? (ISymbol)primary.Parameters[index], at);
            }

            return DeconstructMethod(thing, count) is { } method ? DeconstructBy(method, Of(thing), index, at) : null;
        }
    }

    /// <summary>The only method that may be meant: of several, that of the variable's type is called, which may be a base's.</summary>
    private static IMethodSymbol? DeconstructMethod(Thing thing, int count) =>
        thing.Kind != ThingKind.Foreign && DeconstructMethods(thing.Type, count).Only() is { IsVirtual: false } method ? method : null;

    private static IMethodSymbol[] DeconstructMethods(ITypeSymbol? type, int count) => type.SelfAndBases()
        .SelectMany(static own => own.GetMembers("Deconstruct").OfType<IMethodSymbol>())
        .Where(method => method.Parameters.Length == count && method.Parameters.All(static parameter => parameter.RefKind == RefKind.Out))
        .ToArray();

    private Value? DeconstructBy(IMethodSymbol method, Value value, int index, IOperation at)
    {
        if (Body(method) is not { } body)
        {
            return null;
        }

        var frame = new Frame(null, null, isBody: true);
        var places = method.Parameters.Select(parameter => (IReadOnlyList<Place>)[new Place(frame, parameter)]).ToArray();
        Follow(method, body, value, null, places.Select(static _ => Nothing()).ToArray(), at, places);
        return Read(places[index], at);
    }
}
