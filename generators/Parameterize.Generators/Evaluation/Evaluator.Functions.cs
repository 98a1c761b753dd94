using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// Bodies: methods, accessors, lambdas and local functions, each followed where it is called, with what it is given there.
/// </content>
internal sealed partial class Evaluator
{
    private const string TooDeep = "calls itself, or is called too deep to be followed; compute the size without recursion";

    // In a loop, the second round uses the variables of the first.
    private readonly Dictionary<(object Site, object Frame), Frame> _frames = [];

    // The bodies that are being followed.
    private readonly HashSet<Frame> _running = [];

    /// <param name="method">The method, for its parameters.</param>
    /// <param name="body">What it does.</param>
    /// <param name="self">What it runs on; null for a static method.</param>
    /// <param name="outer">The variables around it.</param>
    /// <param name="arguments">What it is given, by the parameters' order.</param>
    /// <param name="call">Where it is called.</param>
    /// <param name="places">What ref and out parameters are other names of, by the parameters' order.</param>
    private Value Follow(
        IMethodSymbol method,
        IOperation body,
        Value? self,
        Frame? outer,
        IReadOnlyList<Value> arguments,
        IOperation call,
        IReadOnlyList<IReadOnlyList<Place>?>? places = null)
    {
        if (_repeating > 0 || !IsIterator(method, body))
        {
            return Run(method, body, self, outer, arguments, call, places);
        }

        // It runs when it is enumerated, with what is known then.
        return Of(new Thing(ThingKind.Made, method.ReturnType)
        {
            Elements = () => ElementsOf(Run(method, body, self, outer, arguments, call, places), call),
        });
    }

    private Value Run(
        IMethodSymbol method,
        IOperation body,
        Value? self,
        Frame? outer,
        IReadOnlyList<Value> arguments,
        IOperation call,
        IReadOnlyList<IReadOnlyList<Place>?>? places)
    {
        if (_depth >= Deepest || IsExhausted(call))
        {
            var doubt = new Doubt(call.Syntax, TooDeep);
            Lose(body, doubt);
            Opaque(call, [.. arguments, .. self is null ? (Value[])[] : [self]], TooDeep);
            return Value.Unclear(doubt);
        }

        method = method.OriginalDefinition;
        var yielded = IsIterator(method, body) ? NewList(call, outer) : null;
        var frame = FrameOf(call, (object?)outer ?? self?.Things.FirstOrDefault() ?? (object)call, outer, self, yielded);
        var declared = method.PartialImplementationPart ?? method;
        for (var index = 0; index < declared.Parameters.Length && index < arguments.Count; index++)
        {
            if (places?[index] is { } aliased)
            {
                frame.Alias(declared.Parameters[index], aliased);
            }
            else
            {
                Declare(frame, declared.Parameters[index], arguments[index]);
            }
        }

        var control = _control;
        _depth++;
        _calls.Push(call.Syntax);
        _running.Add(frame);
        Execute(body, frame);
        _running.Remove(frame);
        _calls.Pop();
        _depth--;
        var returns = _isDead ? frame.Returns : [.. frame.Returns, new Jump(_store, null, _control)];
        var value = Returned(returns, control, call.Syntax);
        if (!frame.IsCaptured && _repeating == 0)
        {
            _store.Drop(frame);
        }

        return yielded is null ? value : Of(yielded);
    }

    /// <summary>All ways out of a body together; none, if each throws.</summary>
    private Value Returned(IReadOnlyList<Jump> returns, Doubt? control, SyntaxNode at)
    {
        _isDead = returns.Count == 0;
        if (_isDead)
        {
            return Nothing();
        }

        var (all, value) = (returns[0].Store, returns[0].Value);
        var meeting = Meeting(at);
        foreach (var way in returns.Skip(1))
        {
            var decisive = returns.Select(static other => other.Control)
                .FirstOrDefault(other => other is not null && !ReferenceEquals(other, control));
            all = all.Join(way.Store, decisive, meeting);
            value = value is null || way.Value is null ? value ?? way.Value : value.Or(way.Value, decisive, meeting);
        }

        _store = all;
        return value ?? Nothing();
    }

    private Frame FrameOf(object site, object key, Frame? outer, Value? self, Thing? yielded)
    {
        if (_repeating > 0 && _frames.TryGetValue((site, key), out var known) && !_running.Contains(known))
        {
            known.IsSeveral = true;
            known.Returns.Clear();
            return known;
        }

        var frame = new Frame(self, outer, isBody: true) { Yielded = yielded };
        return _repeating > 0 && !_frames.ContainsKey((site, key)) ? _frames[(site, key)] = frame : frame;
    }

    private static bool IsIterator(IMethodSymbol method, IOperation body) =>
        method.ReturnType.Name is "IEnumerable" or "IEnumerator" && body.Syntax.DescendantNodes(static node => node is not
            (Microsoft.CodeAnalysis.CSharp.Syntax.LocalFunctionStatementSyntax
                or Microsoft.CodeAnalysis.CSharp.Syntax.LambdaExpressionSyntax))
            .Any(static node => node is Microsoft.CodeAnalysis.CSharp.Syntax.YieldStatementSyntax);

    private Closure MethodGroup(IMethodReferenceOperation reference, Frame frame) =>
        frame.Of(reference.Method.OriginalDefinition) is { } owner
            && _store.Find(owner, reference.Method.OriginalDefinition) is { Closures.Count: > 0 } local
            ? local.Closures[0]
            : new Closure(reference.Method, null, null, reference.Instance is { } instance ? Evaluate(instance, frame) : null);

    /// <summary>Calls a function, whichever of several it may be.</summary>
    private Value Apply(
        Value function, IReadOnlyList<Value> arguments, IOperation call, IReadOnlyList<IReadOnlyList<Place>?>? places = null)
    {
        if (function.Closures.Count == 0 || function.Things.Count > 0)
        {
            var reason = function.Closures.Count == 0 && function.Things.All(static thing => thing.Kind == ThingKind.Handed)
                ? "calls a function that the constructor is given, and what that makes only its caller knows; build it here"
                : "calls a function that is not followed; call the method itself";
            return Opaque(call, [function, .. arguments], reason);
        }

        var undecided = new Value(Finite.Opaque(function.Dimension.IsFinite ? null : function.Dimension.Doubt ?? Parting(call.Syntax)));
        return From(0);

        Value From(int index) => index == function.Closures.Count - 1
            ? Apply(function.Closures[index], arguments, call, places)
            : Choose(undecided, call.Syntax, () => Apply(function.Closures[index], arguments, call, places), () => From(index + 1));
    }

    private Value Apply(Closure closure, IReadOnlyList<Value> arguments, IOperation call, IReadOnlyList<IReadOnlyList<Place>?>? places)
    {
        if (closure.Body is { } body)
        {
            return closure.Method.IsAsync
                ? Opaque(call, [Function(closure), .. arguments], Async)
                : Follow(closure.Method, body, closure.Receiver, closure.Frame, arguments, call, places);
        }

        return Call(closure.Method, closure.Receiver, arguments, call, places);
    }
}
