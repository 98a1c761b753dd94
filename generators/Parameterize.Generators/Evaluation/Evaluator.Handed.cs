using Microsoft.CodeAnalysis;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// Objects that a constructor is handed: what in them is declared to grow does, what their class computes from it is followed, and all
/// else is finite by the caller's word.
/// </content>
internal sealed partial class Evaluator
{
    // What the constructors of such a class make of what is declared to grow.
    private readonly Dictionary<ITypeSymbol, IReadOnlyList<IReadOnlyDictionary<object, Value>>> _samples = new(
        SymbolEqualityComparer.Default);

    // Objects that were handed over and written into: another one of the same type may be the same object.
    private readonly Dictionary<Thing, Doubt> _changed = [];

    private Doubt? AliasOf(Thing thing) => _changed.Count == 0 ? null : _changed
        .Where(pair =>
            !ReferenceEquals(pair.Key, thing)
                && (pair.Key.Type is null || thing.Type is null || MayBe(pair.Key.Type, thing.Type) || MayBe(thing.Type, pair.Key.Type)))
        .Select(static pair => pair.Value)
        .FirstOrDefault();

    private static bool MayBe(ITypeSymbol own, ITypeSymbol other) =>
        !own.IsValueType && own.SelfAndBases().Concat(own.AllInterfaces).Any(type => SymbolEqualityComparer.Default.Equals(type, other));

    private static Value Handed(ITypeSymbol? type, Dimension number) =>
        IsPlain(type)
            ? new Value(number) { MayBeNull = CanBeNull(type) }
            : new Value(number) { Things = [new Thing(ThingKind.Handed, type)], MayBeNull = CanBeNull(type) };

    private static bool CanBeNull(ITypeSymbol? type) =>
        type is not { IsValueType: true } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    /// <summary>Numbers, texts, enums, functions: what holds nothing else.</summary>
    private static bool IsPlain(ITypeSymbol? type) => type is null || IsNumber(type) || type.TypeKind is TypeKind.Enum or TypeKind.Pointer
        || type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            && IsPlain(nullable.TypeArguments[0]));

    private Value OfHanded(Thing thing, ISymbol member, ITypeSymbol? type, IOperation at)
    {
        if (widths.Of(member) is { } declared)
        {
            return new Value(declared);
        }

        return FromSample(thing, member, at) ?? LeftUnset(member) ?? Handed(type, Finite.Handed());
    }

    /// <summary>
    /// What the class itself sets a member to, where that grows: <c>Inner { get; } = 4 * Width</c>. What others can set as well may be
    /// that or
    /// anything, and is unknown; null for a member that does not grow by itself.
    /// </summary>
    private Value? FromSample(Thing thing, ISymbol member, IOperation at)
    {
        if (thing.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type || !HasDeclared(type)
            || !type.IsSourced())
        {
            return null;
        }

        if (!_samples.TryGetValue(type, out var samples))
        {
            _samples[type] = [];
            _samples[type] = samples = SamplesOf(type);
        }

        var values = samples.Where(sample => sample.ContainsKey(member.OriginalDefinition))
            .Select(sample => sample[member.OriginalDefinition]).ToArray();
        if (values.Length == 0)
        {
            return null;
        }

        if (IsSetOnlyInside(member) && values.Length == samples.Count)
        {
            return values.Aggregate((a, b) => a.Or(b, null, Meeting(at.Syntax)));
        }

        return Value.Unclear(
            new(
                at.Syntax,
                $"grows unless the caller sets it otherwise; mark '{member.Name}' with [Width] too, or let only its class set it"));
    }

    private IReadOnlyList<IReadOnlyDictionary<object, Value>> SamplesOf(INamedTypeSymbol type)
    {
        var (store, dead, control) = (_store, _isDead, _control);
        var samples = new List<IReadOnlyDictionary<object, Value>>();
        foreach (var constructor in type.InstanceConstructors.Where(constructor =>
            !constructor.IsImplicitlyDeclared || constructor.Parameters.Length == 0))
        {
            var given = constructor.Parameters.Select(parameter => Handed(parameter.Type, DeclaredBy(parameter) ?? Finite.Handed()))
                .ToArray();
            var probe = Sample(given);

            // A parameter that becomes a declared width is one.
            var sample = Sample(given.Select(value => widths.Properties
                .Where(property => ReferenceEquals(_store.Find(probe, property), value))
                .Select(property => new Value(widths.Of(property)!))
                .FirstOrDefault() ?? value).ToArray());
            samples.Add(_store.All(sample)
                .Where(slot => slot.Key is ISymbol member && widths.Of(member) is null)
                .Select(slot => (slot.Key, Value: OfSample(slot.Value, type)))
                .Where(static slot => slot.Value is not null)
                .ToDictionary(static slot => slot.Key, static slot => slot.Value!, Identity.Keys));

            Thing Sample(IReadOnlyList<Value> arguments)
            {
                (_store, _isDead, _control) = (store.Fork(), false, null);
                var thing = new Thing(ThingKind.Made, type);
                Construct(thing, constructor, arguments, call: null);
                return thing;
            }
        }

        (_store, _isDead, _control) = (store, dead, control);
        return samples;
    }

    /// <summary>A member's value, if it grows; an object that holds such is not looked into.</summary>
    private Value? OfSample(Value value, ITypeSymbol type)
    {
        if (value.Things.Count == 0 && value.Closures.Count == 0)
        {
            return value.Dimension.IsFinite ? null : value;
        }

        if (GrowthIn(
            [value],
            new Doubt(type.DeclaringSyntaxReferences[0].Node(cancellation), "holds sizes that grow, set by its class")) is { } growth)
        {
            return Value.Unclear(growth);
        }

        return null;
    }

    /// <summary>What a record's parameter is declared to be, by its own attribute or its property's.</summary>
    private Dimension? DeclaredBy(IParameterSymbol parameter) => PropertyOf(parameter) is { } property ? widths.Of(property) : null;

    private bool HasDeclared(ITypeSymbol? type) =>
        type.SelfAndBases()
            .SelectMany(static own => own.GetMembers())
            .Any(member => member is IPropertySymbol && widths.Of(member) is not null);

    private static bool IsSetOnlyInside(ISymbol member) => member switch
    {
        IPropertySymbol property => property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private },
        IFieldSymbol field => field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private,
        _ => true,
    };

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static IPropertySymbol? PropertyOf(IParameterSymbol parameter) => parameter.ContainingType.IsRecord
        ? parameter.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault()
        : null;

    private static bool IsPrimary(IMethodSymbol constructor) => constructor.MethodKind == MethodKind.Constructor
        && constructor.DeclaringSyntaxReferences.FirstOrDefault()?.Node() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax;
}
