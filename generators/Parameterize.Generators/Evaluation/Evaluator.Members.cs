using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>Members of objects: stored ones, computed ones, and those of objects that were handed over.</content>
internal sealed partial class Evaluator
{
    private Value ReadMember(Value instance, ISymbol member, IOperation at)
    {
        instance = Decided(instance);
        if (instance.Calls.Count > 0 && instance.Things.Count == 0 && OfModule(instance, member, at) is { } size)
        {
            return member.Name == "weight" ? size with { Tensors = TensorsOf(instance, "weight") } : size;
        }

        if (instance.Calls.Count > 0 && instance.Things.Count == 0 && TensorOf(instance, member, at) is { } tensor)
        {
            return tensor;
        }

        if (instance.Shape is { } axes && member.Name == "ndim" && TensorShapes.IsTensor(member.ContainingType))
        {
            return Constant((long)axes.Count);
        }

        if (TensorShapes.IsTensor(member.ContainingType) && member.Name == "shape" && instance.Shape is { } shape)
        {
            return Listed(shape.Select(static axis => new Value(axis)).ToArray(), at, null);
        }

        if (instance.Constant is TypeName type && member.Name == "Name")
        {
            return Constant(type.Name);
        }

        if (instance.Constant is string text && member.Name == "Length")
        {
            return Constant(text.Length);
        }

        if (LayerCatalogue.IsTorchSharp(member) && at.Type is { SpecialType: SpecialType.System_Boolean or SpecialType.System_String })
        {
            // Whether a module trains, or what it is called, is no matter of its width.
            return new Value(Finite.Opaque(null));
        }

        if (IsFramework(member) && IsTask(member.ContainingType) && member.Name == "Result")
        {
            return instance;
        }

        if (IsNullableValue(member))
        {
            return member.Name == "Value" ? instance with { MayBeNull = false } : Not(AreEqual(instance, Value.Null(), at.Syntax));
        }

        return instance.Things.Count == 0
            ? KeptInside(instance, member, at) ?? Opaque(at, [instance], ReasonOf(member))
            : Declared(instance, member)
                ?? instance.Things.Select(thing => ReadMember(thing, member, at))
                    .Aggregate((a, b) => a.Or(b, ControlIn(instance), Meeting(at.Syntax)));
    }

    /// <summary>
    /// A number that is declared to grow, of an object that was handed over or, where none was, of one made in its place
    /// (<c>config ?? new Config()</c>): whatever it is, it is that width.
    /// </summary>
    private Value? Declared(Value instance, ISymbol member) =>
        instance.Things.Count > 1 && widths.Of(member) is { } declared && instance.Things.Any(thing => thing.Kind == ThingKind.Handed
            && _store.Find(thing, member.OriginalDefinition) is null)
            ? new Value(declared)
            : null;

    private Value ReadMember(Thing thing, ISymbol member, IOperation at)
    {
        var actual = Actual(thing, member);
        if (CollectionMember(thing, member, at) is { } known)
        {
            return known;
        }

        if (KeyOf(actual) is { } key && thing.Kind != ThingKind.Foreign)
        {
            return Read(new Place(thing, key), at);
        }

        if (thing.Kind == ThingKind.Handed && (widths.Of(actual) ?? widths.Of(member)) is { } declared)
        {
            return new Value(declared);
        }

        return actual is IPropertySymbol { GetMethod: { } getter } && IsFollowed(thing, actual) && Body(getter) is { } body
            ? Follow(getter, body, Of(thing), null, [], at)
            : Opaque(at, [Of(thing)], ReasonOf(actual));
    }

    private void WriteMember(Value instance, ISymbol member, Value value, IOperation at)
    {
        if (instance.Calls.Count > 0 && LayerCatalogue.IsTorchSharp(member))
        {
            Exchange(instance, member, value, at);
            Redraw(instance, member, value, at);
        }

        foreach (var thing in instance.Things)
        {
            var actual = Actual(thing, member);
            if (KeyOf(actual) is { } key && thing.Kind != ThingKind.Foreign)
            {
                var place = new Place(thing, key, instance.Things.Count == 1);
                if (!place.IsCertain || thing.IsSeveral)
                {
                    Read(place, at);
                }

                Write(place, value, at.Syntax, ControlIn(instance));
            }
            else if (instance.Things.Count > 1 && actual is IPropertySymbol { SetMethod: not null })
            {
                // It may be this one or another: what the setter does, it may have done.
                Branch(
                    new Value(Finite.Opaque(instance.Dimension.IsFinite ? null : ControlIn(instance))),
                    at.Syntax,
                    () => WriteMember(instance with { Things = [thing] }, member, value, at),
                    static () => { });
            }
            else if (actual is IPropertySymbol { SetMethod: { } setter } && IsFollowed(thing, actual) && Body(setter) is { } body)
            {
                Follow(setter, body, Of(thing), null, [value], at);
            }
            else
            {
                Opaque(at, [Of(thing), value], ReasonOf(actual));
            }
        }

        if (instance.Things.Count == 0)
        {
            Opaque(at, [instance, value], ReasonOf(member));
        }
    }

    private static IReadOnlyList<Place>? PlacesOf(Value instance, ISymbol member)
    {
        var keys = instance.Things.Select(thing => (thing, Key: KeyOf(Actual(thing, member)))).ToArray();
        return keys.Length == 0 || (keys.Length > 1 && !instance.Dimension.IsFinite)
            || keys.Any(static pair => pair.Key is null || pair.thing.Kind == ThingKind.Foreign)
            ? null
            : keys.Select(pair => new Place(pair.thing, pair.Key!, keys.Length == 1)).ToArray();
    }

    /// <summary>
    /// Where an object stores a member that is no more than stored: a field, an automatic property, a part of a tuple. Null for what is
    /// computed, and for what another assembly may compute.
    /// </summary>
    private static object? KeyOf(ISymbol member) => member switch
    {
        IFieldSymbol { ContainingType.IsTupleType: true } field => (field.CorrespondingTupleField ?? field).Name,
        IFieldSymbol { AssociatedSymbol: IPropertySymbol property } => property.OriginalDefinition,
        IFieldSymbol { DeclaringSyntaxReferences.Length: > 0 } field => field.OriginalDefinition,
        IFieldSymbol { AssociatedSymbol: null } field when !field.ContainingType.IsSourced() => field.OriginalDefinition,
        IPropertySymbol { IsIndexer: false } property when property.ContainingType.IsAnonymousType => property.Name,
        IPropertySymbol { IsIndexer: false } property when IsStored(property) => property.OriginalDefinition,
        IPropertySymbol property when IsPart(property) => property.Name,
        _ => null,
    };

    /// <summary>The parts of the framework's pairs and tuples.</summary>
    private static bool IsPart(IPropertySymbol property) =>
        IsFramework(property) && property.ContainingType.Name is "KeyValuePair" or "Tuple";

    private static bool IsStored(IPropertySymbol property) =>
        property.OriginalDefinition is { IsAbstract: false, DeclaringSyntaxReferences.Length: > 0 } own
        && own.ContainingType.TypeKind != TypeKind.Interface
        && own.ContainingType.GetMembers()
            .OfType<IFieldSymbol>()
            .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, own))
        && own.DeclaringSyntaxReferences.All(static part => part.Node() is ParameterSyntax
            || part.Node() is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors }
                && accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }));

    private static bool IsNullableValue(ISymbol member) =>
        member.ContainingType is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    /// <summary>The member that an object of this class really has: an override, or the implementation of an interface's.</summary>
    private static ISymbol Actual(Thing thing, ISymbol member)
    {
        if (thing.Type is not INamedTypeSymbol type || member.IsStatic)
        {
            return member;
        }

        if (member.ContainingType?.TypeKind == TypeKind.Interface)
        {
            return type.FindImplementationForInterfaceMember(member) ?? member;
        }

        return member is { IsVirtual: false, IsAbstract: false, IsOverride: false }
            ? member
            : type.SelfAndBases().SelectMany(own => own.GetMembers(member.Name)).FirstOrDefault(own => Overrides(own, member)) ?? member;
    }

    private static bool Overrides(ISymbol own, ISymbol member)
    {
        for (var current = own; current is not null; current = current switch
        {
            IPropertySymbol property => property.OverriddenProperty,
            IMethodSymbol method => method.OverriddenMethod,
            _ => null,
        })
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, member.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a member of this object is the one that runs: no class unknown here may have another in its place.</summary>
    private bool IsFollowed(Thing thing, ISymbol member) => thing.Kind switch
    {
        ThingKind.Foreign => member is { IsVirtual: false, IsAbstract: false, IsOverride: false },
        ThingKind.Made when !SymbolEqualityComparer.Default.Equals(thing.Type, _model) => !member.IsAbstract,
        _ => !member.IsAbstract && (thing.Type is { IsSealed: true } or { IsValueType: true } || member.IsSealed
            || member is { IsVirtual: false, IsOverride: false }),
    };

    /// <summary>What an object holds in a place where nobody wrote yet.</summary>
    private Value Initial(Thing thing, object key, IOperation at)
    {
        if (_store.TaintOf(thing) is { } taint)
        {
            return Value.Unclear(taint);
        }

        var type = key switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        };
        var value = (thing.Kind, key) switch
        {
            (ThingKind.Handed, int) => Handed(ElementType(thing.Type), Finite.Handed()),
            (ThingKind.Handed, ISymbol member) => OfHanded(thing, member, type, at),
            _ => type is { IsValueType: true } ? DefaultOf(type, at, null) : Value.Null(),
        };
        Write(new Place(thing, key), value, at.Syntax);
        return _store.Find(thing, key) ?? value;
    }
}
