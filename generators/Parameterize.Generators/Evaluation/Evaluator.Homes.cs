using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// Which collection holds all layers that one place makes. A loop from its first element to its last comes by each of them then, however
/// many there are, and what it draws is what all of them are drawn from.
/// </content>
internal sealed partial class Evaluator
{
    /// <summary>Whether what a place made last is in no collection and no member yet.</summary>
    private const string Loose = "loose";

    /// <summary>The same of what a query made, which is on its way into a collection.</summary>
    private const string Given = "given";

    // The collection that the layers of a place are put into, and the places whose layers go several ways.
    private readonly Dictionary<SyntaxNode, Thing> _homes = [];
    private readonly HashSet<SyntaxNode> _scattered = [];

    // Layers that are elsewhere too: what a collection has lost may be there.
    private readonly HashSet<SyntaxNode> _shared = [];
    private readonly HashSet<Thing> _rewritten = [];

    // Places all of whose layers were taken to be in a collection, as they have to be in the end.
    private readonly Dictionary<SyntaxNode, Thing> _reached = [];

    private void Loosen(SyntaxNode site)
    {
        if (_store.Find(site, Loose) is { Constant: not (false or Given) })
        {
            _scattered.Add(site);
        }

        _store.Set(site, Loose, Truth(true));
    }

    /// <summary>The elements that a query makes are put somewhere once it has made all of them.</summary>
    private Value AsGiven(Value value)
    {
        if (value.Calls.Count == 1 && _store.Find(value.Calls[0].Syntax, Loose) is { Constant: true })
        {
            _store.Set(value.Calls[0].Syntax, Loose, Nothing() with { Constant = Given });
        }

        return value;
    }

    /// <summary>Notes where layers are put.</summary>
    private void House(object owner, object key, Value value)
    {
        HouseInMember(owner, key, value);
        foreach (var site in value.Calls.Select(static call => call.Syntax).Distinct())
        {
            var isAtHome = !_homes.TryGetValue(site, out var home) || ReferenceEquals(home, owner);
            if (_store.Find(site, Loose) is not { Constant: not false } loose)
            {
                if (!isAtHome)
                {
                    _shared.Add(site);
                }
            }
            else if (loose.Constant is true or Given && isAtHome && value.Calls.Count == 1 && ElementSlots.IsElement(key)
                && owner is Thing { Kind: ThingKind.Made, IsSeveral: false } thing)
            {
                _homes[site] = thing;
                _store.Set(site, Loose, Truth(false));
            }
            else
            {
                _scattered.Add(site);
                _store.Set(site, Loose, Truth(false));
            }
        }
    }

    /// <summary>Layers that were put into a collection on the way to another one, which nobody else has.</summary>
    private void Rehouse(IOperation creation, IReadOnlyList<Value> arguments, Value made)
    {
        var written = (creation as IInvocationOperation)?.Arguments ?? (creation as IObjectCreationOperation)?.Arguments ?? [];
        if (made.Things.Only() is not { IsSeveral: false } thing)
        {
            return;
        }

        foreach (var (argument, index) in arguments.Select(static (argument, index) => (argument, index)))
        {
            if (argument.Things.Only() is not { } before
                || written.FirstOrDefault(part => part.Parameter?.Ordinal == index) is not { Value: var value }
                || Unconverted(
                    value) is not (IArrayCreationOperation or ICollectionExpressionOperation
                        or IInvocationOperation { TargetMethod: { Name: "ToArray" or "ToList" } }))
            {
                continue;
            }

            foreach (var site in _homes.Where(home => ReferenceEquals(home.Value, before)).Select(static home => home.Key).ToArray())
            {
                _homes[site] = thing;
            }
        }
    }

    private bool HoldsAll(Thing thing, SyntaxNode site) => !_scattered.Contains(site)
        && _homes.TryGetValue(site, out var home) && ReferenceEquals(home, thing) && !thing.IsSeveral
        && !(_shared.Contains(site) && _rewritten.Contains(thing));

    /// <summary>The layers that are surely among a collection's elements: all that a place made, together.</summary>
    private IReadOnlyList<Value> SurelyIn(Thing thing, Value? each) => each is null ? [] : each.Calls
        .Where(call => _store.Find(call.Syntax, Loose) is { Constant: false } && HoldsAll(thing, call.Syntax))
        .Select(static call => Nothing() with { Calls = [call with { IsAll = true }] })
        .ToArray();

    /// <summary>What a loop makes of layers by each of which it comes, where it was followed for any number of rounds.</summary>
    /// <param name="before">What was known in front of it.</param>
    private void ReachAll(ILoopOperation loop, Store before, IReadOnlyList<Value> layers, Action<Value> round)
    {
        if (layers.Count == 0 || _isDead || IsLeftEarly(loop) || layers.Any(layer => IsInside(layer.Calls[0].Syntax, loop.Syntax)))
        {
            return;
        }

        ReachAll(before, layers, round);
    }

    private void ReachAll(Store before, IReadOnlyList<Value> layers, Action<Value> visit)
    {
        var sites = layers.Select(static layer => layer.Calls[0].Syntax).Distinct().ToArray();
        var after = _store;
        _store = after.Fork();
        Take(before);
        Visit(layers, visit);
        var reached = _store;
        (_store, var isLost) = (after, _isDead);
        _isDead = false;
        if (isLost)
        {
            return;
        }

        Take(reached);
        foreach (var site in layers.Where(IsOfAll).Select(static layer => layer.Calls[0].Syntax))
        {
            _reached[site] = _homes[site];
        }

        void Take(Store store)
        {
            foreach (var site in sites)
            {
                foreach (var slot in store.SlotsOf(site).Where(static slot => slot.Value.Draws.Count > 0).ToArray())
                {
                    _store.Set(site, slot.Key, slot.Value);
                }
            }
        }
    }

    /// <summary>The layers of the collections that a loop counts through from end to end, each with the collection.</summary>
    private void ReachAll(IForLoopOperation loop, Store before, Frame scope)
    {
        if (CountedLoop.Whole(loop) is not { } counted)
        {
            return;
        }

        var collections = loop.Body.DescendantsAndSelf().Select(part => Indexed(part, counted.Counter)).OfType<IOperation>()
            .Select(collection => (Operation: collection, Thing: Evaluate(collection, scope).Things.Only()))
            .Where(collection => collection.Thing is { Elements: null } thing && !IsDictionary(thing.Type))
            .GroupBy(static collection => collection.Thing!)
            .Select(static group => group.First())
            .ToArray();
        foreach (var (operation, thing) in collections)
        {
            var each = Each(thing!, operation.Syntax);
            var layers = SurelyIn(thing!, each);
            if (layers.Count == 0 || Exact(thing!) is not null
                || !(IsLengthOf(counted.Bound, thing!, scope) || IsFilledAlike(loop, counted, each!)))
            {
                continue;
            }

            ReachAll(loop, before, layers, layer =>
            {
                Declare(scope, counted.Counter, new Value(Finite.Opaque(null)) { Constant = new CountedPlace(thing!, layer) });
                Once(loop, scope, []);
            });
        }
    }

    /// <summary>The collection that is read at the counter.</summary>
    private static IOperation? Indexed(IOperation part, ILocalSymbol counter)
    {
        var (collection, index) = part switch
        {
            IArrayElementReferenceOperation { Indices.Length: 1 } element => (element.ArrayReference, element.Indices[0]),
            IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1, Instance: { } list } element =>
                (list, element.Arguments[0].Value),
            _ => default,
        };
        return index is not null && Unconverted(index) is ILocalReferenceOperation { Local: var local }
            && SymbolEqualityComparer.Default.Equals(local, counter)
            && collection is IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } or ILocalReferenceOperation
                or IParameterReferenceOperation ? collection : null;
    }

    private bool IsLengthOf(IOperation bound, Thing thing, Frame scope) =>
        bound is IPropertyReferenceOperation { Property.Name: "Count" or "Length", Instance: { } counted }
            && ReferenceEquals(Evaluate(counted, scope).Things.Only(), thing);

    /// <summary>
    /// Whether a loop that counts as far as this one put a layer into the collection in each of its rounds, and nothing else did.
    /// </summary>
    private bool IsFilledAlike(IForLoopOperation loop, CountedLoop counted, Value each)
    {
        var site = each.Calls.Select(static call => call.Syntax).Distinct().ToArray().Only();
        if (site is null || each.Things.Count > 0 || site.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || statement.FirstAncestorOrSelf<ForStatementSyntax>() is not { } filling
            || !(ReferenceEquals(filling.Statement, statement) || ReferenceEquals(filling.Statement, statement.Parent))
            || site.Ancestors()
                .TakeWhile(node => node != statement)
                .Any(static node => node is ConditionalExpressionSyntax or BinaryExpressionSyntax or LambdaExpressionSyntax
                or SwitchExpressionSyntax or ConditionalAccessExpressionSyntax
                or AssignmentExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.CoalesceAssignmentExpression })
            || filling.Ancestors()
                .TakeWhile(static node => node is not ConstructorDeclarationSyntax)
                .Any(static node => node is not (BlockSyntax or IfStatementSyntax or ElseClauseSyntax))
            || filling.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not { } constructor
            || !ReferenceEquals(loop.Syntax.FirstAncestorOrSelf<ConstructorDeclarationSyntax>(), constructor))
        {
            return false;
        }

        return OperationOf(filling) is IForLoopOperation other && CountedLoop.Whole(other) is { } fill
            && fill.IsAsLongAs(counted, other, loop);
    }

    /// <summary>Whether a round may leave the loop before all are done.</summary>
    private static bool IsLeftEarly(ILoopOperation loop) => loop.Body.DescendantsAndSelf().Any(part =>
        part is IReturnOperation { Kind: OperationKind.Return, Syntax: ReturnStatementSyntax }
        || (part is IBranchOperation branch && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel)));

    private static bool IsInside(SyntaxNode part, SyntaxNode whole) =>
        part.SyntaxTree == whole.SyntaxTree && whole.Span.Contains(part.Span);

    /// <summary>A place in a collection, whichever: what is there is one of these.</summary>
    private sealed record CountedPlace(Thing Collection, Value Item);
}
