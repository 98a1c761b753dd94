using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>Objects: how they come to be, and what they hold then.</content>
internal sealed partial class Evaluator
{
    // In a loop, the second round makes the object of the first again.
    private readonly Dictionary<(object Site, object Key), Thing> _sites = [];

    // The objects whose initialisers are being evaluated.
    private readonly Stack<Value> _initialized = new();

    private Thing New(IOperation at, Frame? frame, ITypeSymbol? type) =>
        _repeating == 0 ? new Thing(ThingKind.Made, type) : SiteOf((at, (object?)frame ?? at), type, ThingKind.Made, isMadeAgain: true);

    private Thing SiteOf((object, object) site, ITypeSymbol? type, ThingKind kind, bool isMadeAgain = false, bool isBoxed = false)
    {
        if (_sites.TryGetValue(site, out var thing))
        {
            thing.IsSeveral |= isMadeAgain;
            return thing;
        }

        return _sites[site] = new Thing(kind, type) { IsBoxed = isBoxed };
    }

    private Value Create(IObjectCreationOperation creation, Frame frame)
    {
        if (creation.Constructor is not { } constructor || creation.Type is not INamedTypeSymbol type)
        {
            return Opaque(creation, creation.ChildOperations.Select(part => Evaluate(part, frame)).ToArray(), Reason(creation));
        }

        var (arguments, places) = Arguments(constructor, creation.Arguments, frame);
        if (!type.IsSourced())
        {
            HandOut(arguments, creation.Syntax);
        }

        if (type.Has(WellKnownNames.ParameterizeAttribute))
        {
            var call = ToCall(constructor, arguments, creation.Arguments, creation.Syntax);
            MadeInside(creation.Syntax);
            NoteGiven(call, arguments);
            return Nothing() with { Calls = [call with { Options = OptionsIn(constructor, arguments, creation) }] };
        }

        return Initialized(NewObject(), creation.Initializer, frame);

        Value NewObject()
        {
            if (TorchCollections.Is(type))
            {
                return NewTorch(type, arguments, creation, frame);
            }

            if (TensorShapes.IsTensor(type))
            {
                return Nothing() with { Shape = arguments.FirstOrDefault()?.Shape, Tensors = arguments.FirstOrDefault()?.Tensors ?? [] };
            }

            if (IsFramework(type) && NewFramework(type, arguments, creation, frame) is { } known)
            {
                return known;
            }

            return type.IsSourced()
                ? NewOwn(type, constructor, arguments, creation, frame, places)
                : Opaque(
                    creation, arguments,
                    $"keeps it in an object of {type.ContainingAssembly?.Name}, which is not followed; use a class of the project, or "
                        + $"variables");
        }
    }

    /// <summary>What a model inside is given in objects, of what grows there.</summary>
    private Dictionary<string, Dimension> OptionsIn(IMethodSymbol constructor, IReadOnlyList<Value> arguments, IOperation at) =>
        constructor.Parameters
            .SelectMany(parameter =>
                GrowingParameter.OfOptions(parameter).Select(option => (option.Symbol, Object: arguments[parameter.Ordinal])))
            .GroupBy(static option => option.Symbol.ToDisplayString())
            .ToDictionary(
                static twins => twins.Key,
                twins => twins.Select(option => ReadMember(option.Object, option.Symbol, at))
                    .Aggregate((a, b) => a.Or(b, control: null, Meeting(at.Syntax))).Dimension);

    private Value NewOwn(
        INamedTypeSymbol type,
        IMethodSymbol constructor,
        IReadOnlyList<Value> arguments,
        IObjectCreationOperation creation,
        Frame frame,
        IReadOnlyList<IReadOnlyList<Place>?>? places)
    {
        var references = creation.Arguments.Where(static argument => argument.Parameter?.RefKind == RefKind.Ref);
        foreach (var reference in type.IsRefLikeType ? references : [])
        {
            Lose(reference, new(reference.Syntax, "is kept as a reference, which is not followed; pass the number"));
        }

        if (_depth >= Deepest)
        {
            return Opaque(creation, arguments, TooDeep);
        }

        var thing = New(creation, frame, type);
        _depth++;
        Construct(thing, constructor, arguments, creation, places);
        _depth--;

        // A module of the user's own that may have tensors is one that is not known; one without is none.
        var made = Of(thing);
        return type.DerivesFrom(WellKnownNames.Module) && !Held.HasNoTensors(type)
            ? made with { Calls = [ToCall(constructor, arguments, creation.Arguments, creation.Syntax)] }
            : made;
    }

    /// <summary>Runs a constructor, with what runs before its body: initialisers, then the base's constructor.</summary>
    private void Construct(
        Thing thing,
        IMethodSymbol constructor,
        IReadOnlyList<Value> arguments,
        IOperation? call,
        IReadOnlyList<IReadOnlyList<Place>?>? places = null)
    {
        var type = constructor.ContainingType;

        // In code that does not compile, a constructor may call itself.
        if (IsExhausted(call?.Syntax ?? type.DeclaringSyntaxReferences[0].Node(cancellation)))
        {
            return;
        }

        constructor = constructor.OriginalDefinition;
        var self = Of(thing);
        var frame = FrameOf(constructor, thing, null, self, null);
        var parameters = (constructor.PartialImplementationPart ?? constructor).Parameters;
        for (var index = 0; index < parameters.Length; index++)
        {
            if (places?[index] is { } aliased)
            {
                frame.Alias(parameters[index], aliased);
            }
            else
            {
                Declare(frame, parameters[index], arguments[index]);
            }
        }

        var body = constructor.IsImplicitlyDeclared ? null : Body(constructor) as IConstructorBodyOperation;
        var initializer = body?.Initializer is IExpressionStatementOperation { Operation: IInvocationOperation invocation }
            ? invocation : null;
        if (initializer?.TargetMethod is { } other
            && SymbolEqualityComparer.Default.Equals(other.ContainingType.OriginalDefinition, type.OriginalDefinition))
        {
            // What is declared to grow does, whatever this constructor gives it.
            var (values, references) = Arguments(other, initializer.Arguments, frame);
            var handed = values
                .Zip(
                    other.Parameters,
                    (value, parameter) =>
                        value.Dimension.IsFinite && widths.Of(parameter) is { IsFinite: false } declared ? new Value(declared) : value)
                .ToArray();
            Construct(thing, other, handed, call, references);
        }
        else
        {
            if (IsPrimary(constructor))
            {
                foreach (var parameter in constructor.Parameters)
                {
                    var property = PropertyOf(parameter) is { } made
                        && made.DeclaringSyntaxReferences.All(static part => part.Node() is ParameterSyntax) ? made : null;
                    var value = frame.AliasOf(parameter) is { } aliased ? Read(aliased, call!) : _store.Find(frame, parameter)!;
                    Write(new Place(thing, parameter), value, null);
                    if (property is not null)
                    {
                        Write(new Place(thing, property.OriginalDefinition), value, null);
                    }
                }
            }

            Initializers(type.OriginalDefinition, thing, frame);
            ConstructBase(thing, type, initializer, frame);
        }

        Execute(body?.BlockBody ?? body?.ExpressionBody, frame);
        Returned(
            _isDead ? frame.Returns : [.. frame.Returns, new Jump(_store, null, _control)],
            _control,
            body?.Syntax ?? call?.Syntax ?? type.DeclaringSyntaxReferences[0].Node(cancellation));
        if (!frame.IsCaptured && _repeating == 0)
        {
            _store.Drop(frame);
        }
    }

    private void ConstructBase(Thing thing, INamedTypeSymbol type, IInvocationOperation? initializer, Frame frame)
    {
        if (type.BaseType is not { } parent || parent.SpecialType == SpecialType.System_Object
            || parent.SpecialType == SpecialType.System_ValueType || LayerCatalogue.IsTorchSharp(parent))
        {
            if (initializer is not null)
            {
                Arguments(initializer.TargetMethod, initializer.Arguments, frame);
            }

            return;
        }

        var constructor = initializer?.TargetMethod
            ?? parent.InstanceConstructors.FirstOrDefault(static candidate => candidate.Parameters.Length == 0);
        var (arguments, places) = initializer is null ? ([], null) : Arguments(initializer.TargetMethod, initializer.Arguments, frame);
        if (constructor is not null && parent.IsSourced())
        {
            Construct(thing, constructor, arguments, initializer, places);
        }
        else if (initializer is not null)
        {
            Opaque(initializer, [.. arguments, Of(thing)], ReasonOf(initializer.TargetMethod));
        }
    }

    /// <summary>Follows the initialisers of fields and automatic properties.</summary>
    private void Initializers(INamedTypeSymbol type, Thing thing, Frame frame)
    {
        foreach (var member in type.GetMembers().Where(static member => !member.IsStatic && member is IFieldSymbol or IPropertySymbol))
        {
            foreach (var reference in member.DeclaringSyntaxReferences.Where(part => !IsGenerated(member, part)))
            {
                if (InitializerOf(reference) is ISymbolInitializerOperation { Value: var value } && KeyOf(member) is { } key)
                {
                    Write(new Place(thing, key), Evaluate(value, frame), value.Syntax);
                }
            }
        }
    }

    private IOperation? InitializerOf(SyntaxReference reference) => reference.Node(cancellation) switch
    {
        VariableDeclaratorSyntax { Initializer: { } initializer } => OperationOf(initializer),
        PropertyDeclarationSyntax { Initializer: { } initializer } => OperationOf(initializer),
        _ => null,
    };

    /// <summary>What stands in braces after a creation.</summary>
    private Value Initialized(Value value, IObjectOrCollectionInitializerOperation? initializer, Frame frame)
    {
        if (initializer is null)
        {
            return value;
        }

        _initialized.Push(value);
        foreach (var part in initializer.Initializers)
        {
            if (part is IMemberInitializerOperation inner)
            {
                Initialized(Refer(inner.InitializedMember, frame).Get(), inner.Initializer, frame);
            }
            else
            {
                Evaluate(part, frame);
            }
        }

        _initialized.Pop();
        return value;
    }

    private Value Create(IAnonymousObjectCreationOperation creation, Frame frame)
    {
        var thing = New(creation, frame, creation.Type);
        foreach (var assignment in creation.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: var name })
            {
                Write(new Place(thing, name), Evaluate(assignment.Value, frame), assignment.Syntax);
            }
        }

        return Of(thing);
    }

    private Value Copy(IWithOperation copy, Frame frame)
    {
        var original = Evaluate(copy.Operand, frame);
        if (original.Things.Count == 0
            || original.Things.Any(static thing => thing.Kind == ThingKind.Foreign || thing.Type.SelfAndBases().Any(CopiesInItsOwnWay)))
        {
            return Opaque(
                copy,
                [
                    original,
                    .. copy.Initializer.Initializers.OfType<ISimpleAssignmentOperation>().Select(part => Evaluate(part.Value, frame)),
                ], Reason(copy));
        }

        var isHanded = original.Things.Any(static thing => thing.Kind == ThingKind.Handed);
        var thing = isHanded ? new Thing(ThingKind.Handed, original.Things[0].Type) : New(copy, frame, original.Things[0].Type);
        foreach (var slot in original.Things.SelectMany(one => _store.All(one).ToArray())
            .GroupBy(static slot => slot.Key, Identity.Keys)
            .ToArray())
        {
            Write(
                new Place(thing, slot.Key),
                slot.Select(static part => part.Value).Aggregate((a, b) => a.Or(b, ControlIn(original), Meeting(copy.Syntax))),
                copy.Syntax);
        }

        if (original.Things.Select(_store.TaintOf).FirstOrDefault(static taint => taint is not null) is { } taint)
        {
            _store.Taint(thing, taint);
        }

        return Initialized(Of(thing), copy.Initializer, frame);
    }

    /// <summary>Whether it has a copy constructor that is written out.</summary>
    private static bool CopiesInItsOwnWay(ITypeSymbol type) => type is INamedTypeSymbol { IsRecord: true, IsReferenceType: true } record
        && record.InstanceConstructors.Any(constructor => constructor is { IsImplicitlyDeclared: false, Parameters.Length: 1 }
            && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, record));

    /// <summary>A struct with nothing in it, or a number that is 0.</summary>
    private Value DefaultOf(ITypeSymbol type, IOperation at, Frame? frame)
    {
        if (type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
        {
            return Value.Null();
        }

        if (IsNumber(type))
        {
            return Constant(0);
        }

        if (type.SpecialType == SpecialType.System_Boolean)
        {
            return Truth(false);
        }

        return IsPlain(type) ? Nothing() : Of(New(at, frame, type));
    }
}
