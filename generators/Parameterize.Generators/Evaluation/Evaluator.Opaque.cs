using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// What is not looked into. It is finite if nothing growing can reach it; else it is unknown, and so is from then on whatever is read from
/// the objects that it may have written to.
/// </content>
internal sealed partial class Evaluator
{
    /// <param name="inputs">All that goes in.</param>
    /// <param name="reason">What to say of the expression, if a growing number goes in.</param>
    /// <param name="isReading">Whether it is known not to write to what goes in.</param>
    private Value Opaque(IOperation at, IReadOnlyList<Value> inputs, string reason, bool isReading = false)
    {
        var growth = Kept(CalleeOf(at), GrowthIn(inputs, new Doubt(at.Syntax, reason)), isReading);
        HandOut(inputs, at.Syntax);
        if (!isReading)
        {
            LoseFunctions(inputs, growth ?? new(at.Syntax, "runs code at a time that is not known"));
            foreach (var thing in Reachable(inputs).Where(thing => IsWritable(thing, at)))
            {
                Disturb(thing, growth);
            }
        }
        else
        {
            foreach (var closure in inputs.SelectMany(static input => input.Closures))
            {
                if ((closure.Body ?? Body(closure.Method)) is { } body)
                {
                    Lose(body, growth ?? new(at.Syntax, "runs code at a time that is not known"));
                }
            }
        }

        var number = Finite.Opaque(growth);
        return IsPlain(at.Type) || at.Type is { SpecialType: SpecialType.System_Void }
            ? new Value(number) { MayBeNull = CanBeNull(at.Type) }
            : new Value(
                number)
                {
                    MayBeNull = CanBeNull(at.Type), Things = [Outcome(at, inputs, HasNumber(inputs) ? growth : null)],
                    Calls = inputs.Select(static input => input.Calls).Aggregate((IReadOnlyList<FactoryCall>)[], Value.Union),
                };
    }

    /// <summary>An object that comes out of something opaque, and may refer to all that went in.</summary>
    private Thing Outcome(IOperation at, IReadOnlyList<Value> inputs, Doubt? growth)
    {
        var thing = new Thing(ThingKind.Foreign, at.Type);
        if (_repeating > 0)
        {
            thing = SiteOf((at, at), at.Type, ThingKind.Foreign);
        }

        thing.Unseen ??= growth;

        for (var index = 0; index < inputs.Count; index++)
        {
            if (inputs[index] is { Things.Count: > 0 } or { Closures.Count: > 0 } or { Calls.Count: > 0 } or { Shape: not null }
                or { Dimension.IsFinite: false })
            {
                Write(new Place(thing, "from " + Infrastructure.Literal.Of(index)), inputs[index], at.Syntax);
            }
        }

        return thing;
    }

    /// <summary>Whether a number that may grow can be reached from these, other than the sizes of layers.</summary>
    private bool HasNumber(IReadOnlyList<Value> inputs)
    {
        var found = false;
        Reach(inputs, value => found |= !value.Dimension.IsFinite, thing => found |= IsWide(thing) || _store.TaintOf(thing) is not null);
        return found;
    }

    private Doubt? GrowthIn(IReadOnlyList<Value> inputs, string reason, IOperation at) => GrowthIn(inputs, new Doubt(at.Syntax, reason));

    /// <summary>A growing or unknown number that can be reached from these; null if there is none.</summary>
    private Doubt? GrowthIn(IReadOnlyList<Value> inputs, Doubt ifGrowing)
    {
        Doubt? found = null;
        Reach(
            inputs, value => found ??= GrowthOf(value), thing => found ??= _store.TaintOf(thing) ?? (IsWide(thing) ? ifGrowing : null),
            isAsked: true);
        return found;

        Doubt? GrowthOf(Value value)
        {
            if (value.Dimension.Ratio is null)
            {
                return value.Dimension.Doubt ?? ifGrowing;
            }

            if (!value.Dimension.IsFinite)
            {
                return ifGrowing;
            }

            if (value.Shape is { } shape && shape.Any(static axis => !axis.IsFinite))
            {
                return ifGrowing;
            }

            return value.Calls.Any(static call => call.Chosen is not null || call.Arguments.Any(static argument => !argument.IsFinite))
                ? ifGrowing : null;
        }
    }

    /// <summary>Whether an object that was handed over has a width that nobody has read yet.</summary>
    private bool IsWide(Thing thing) => thing.Kind == ThingKind.Handed && HasDeclared(thing.Type);

    private IReadOnlyList<Thing> Reachable(IReadOnlyList<Value> inputs)
    {
        var things = new List<Thing>();
        Reach(inputs, static _ => { }, things.Add);
        return things;
    }

    /// <param name="isAsked">Whether what is computed when it is asked for, such as a query, is looked into too.</param>
    private void Reach(IReadOnlyList<Value> inputs, Action<Value> onValue, Action<Thing> onThing, bool isAsked = false)
    {
        var seen = new HashSet<object>(Identity.Comparer);
        var open = new Stack<Value>(inputs);
        while (open.Count > 0)
        {
            var value = open.Pop();
            onValue(value);
            foreach (var thing in value.Things.Where(thing => seen.Add(thing)))
            {
                onThing(thing);
                foreach (var slot in _store.All(thing))
                {
                    open.Push(slot.Value);
                }

                foreach (var part in isAsked && thing.Elements is { } elements ? Asked(elements) : [])
                {
                    open.Push(part);
                }
            }

            foreach (var closure in value.Closures.Where(closure => seen.Add(closure)))
            {
                if (closure.Receiver is { } receiver && (closure.Body is null || Mentions(closure.Body).IsSelf))
                {
                    open.Push(receiver);
                }

                foreach (var captured in closure is { Frame: { } frame, Body: { } body }
                    ? Mentions(body).Used.Select(name => (frame.Of(name), name))
                    : [])
                {
                    if (captured.Item1 is { } owner && _store.Find(owner, captured.name) is { } held)
                    {
                        open.Push(held);
                    }
                }
            }
        }
    }

    // A query may ask another one, and so on, itself included.
    private const int MostAsking = 3;
    private int _asking;

    /// <summary>What a query may give. It may run for that, or not.</summary>
    private IReadOnlyList<Value> Asked(Func<Sequence> elements)
    {
        var declaration = _model.DeclaringSyntaxReferences[0].Node(cancellation);
        if (_asking >= MostAsking)
        {
            return [Value.Unclear(new(declaration, TooDeep))];
        }

        var before = _store;
        _store = before.Fork();
        _asking++;
        var sequence = elements();
        _asking--;
        _store = before.Join(_store, _control, Meeting(declaration));
        return [new Value(sequence.Count), .. sequence.Items ?? (sequence.Each is { } each ? [each] : [])];
    }

    /// <summary>The framework and TorchSharp write to collections that they are given, but not into the objects of others.</summary>
    private static bool IsWritable(Thing thing, IOperation at)
    {
        var callee = CalleeOf(at);
        return callee is null || !(IsFramework(callee) || LayerCatalogue.IsTorchSharp(callee))
            || (IsFramework(callee) && (thing.Type is null or IArrayTypeSymbol || IsFramework(thing.Type) || IsReflection(callee)));
    }

    private static bool IsReflection(ISymbol callee) =>
        callee.ContainingNamespace.ToDisplayString().StartsWith("System.Reflection", StringComparison.Ordinal);

    private static ISymbol? CalleeOf(IOperation at) => at switch
    {
        IInvocationOperation call => call.TargetMethod,
        IMemberReferenceOperation member => member.Member,
        IObjectCreationOperation { Constructor: { } constructor } => constructor,
        _ => null,
    };

    /// <summary>Somebody may have written to it: its numbers are others, and if something growing was there to write, unknown.</summary>
    private void Disturb(Thing thing, Doubt? growth)
    {
        foreach (var slot in _store.All(thing).ToArray())
        {
            if (slot.Key is not IFieldSymbol { IsReadOnly: true } and not IPropertySymbol { SetMethod: null }
                && slot.Value.Things.Count == 0)
            {
                _store.Set(thing, slot.Key, growth is null
                    ? slot.Value with
                    {
                        Dimension = slot.Value.Dimension.IsFinite ? Finite.Opaque(null) : slot.Value.Dimension, Constant = null,
                    }
                    : slot.Value with { Dimension = Dimension.Unclear(growth), Constant = null });
            }
        }

        if (growth is null)
        {
            if (_store.Find(thing, CountKey) is not null)
            {
                Scramble(thing, _model.DeclaringSyntaxReferences[0].Node(cancellation));
            }

            _store.Touch(thing);
        }
        else
        {
            _store.Taint(thing, growth);
            if (thing.Kind == ThingKind.Handed)
            {
                _changed[thing] = growth;
            }
        }
    }

    /// <summary>Reading an object in a way that is not followed.</summary>
    private static Doubt Reading(IOperation operation) => new(operation.Syntax, Reason(operation));

    private static string Reason(IOperation operation) => operation switch
    {
        IInvocationOperation call => ReasonOf(call.TargetMethod),
        IMemberReferenceOperation reference => ReasonOf(reference.Member),
        IAwaitOperation => Async,
        _ => "is not followed; give the size as a product of widths and constants",
    };

    private static string ReasonOf(ISymbol member) => member switch
    {
        { IsAbstract: true } or { IsVirtual: true } or { IsOverride: true } when member.IsSourced() =>
            "may be overridden, so that it is not followed; seal its class, or compute the size without it",
        { ContainingAssembly.Name: { } assembly } when !member.IsSourced() =>
            $"is computed in {assembly}, which is not followed; compute the size in the constructor",
        _ => "is not followed; give the size as a product of widths and constants",
    };
}
