using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Evaluation;

/// <content>Where ways part and meet.</content>
internal sealed partial class Evaluator
{
    private readonly Dictionary<ILabelSymbol, List<Jump>> _jumps = new(SymbolEqualityComparer.Default);

    // What handlers of exceptions may find: all that was ever true inside their try.
    private readonly List<Store> _handlers = [];

    // The condition on a width that decides whether we are here; null if none does.
    private Doubt? _control;

    // Whether this point is never reached: after a return, a throw, a break.
    private bool _isDead;

    private static Doubt Parting(SyntaxNode condition) => new(condition, IsTypeTest(condition)
        ? "tests the type of what depends on a width, which is not followed; keep the number in a variable of its own type"
        : "depends on a width and decides which size it is; give it one size that grows alike at all widths");

    private static bool IsTypeTest(SyntaxNode condition) =>
        condition is IsPatternExpressionSyntax { Pattern: DeclarationPatternSyntax or TypePatternSyntax } or DeclarationPatternSyntax
            or TypePatternSyntax
        || condition.IsKind(SyntaxKind.IsExpression);

    private static Doubt Meeting(SyntaxNode choice) => new(
        choice, "may be one of several sizes, which do not grow alike; use one size, or sizes that all grow alike");

    private static Doubt Deciding(SyntaxNode condition) => new(
        condition, "decides between sizes that do not grow alike; use one size, or sizes that all grow alike");

    private static Doubt Skipping(SyntaxNode head) => new(
        head,
        "may be true in no round at all, so that a size behind the loop is the one in front of it or the one that it leaves, which do "
            + "not grow alike; "
            + "build the first layer in front of the loop, and let the loop build the others");

    /// <summary>The condition as a reason to doubt what differs by it; null for one that no width decides.</summary>
    private static Doubt? ControlOf(Value condition, SyntaxNode at)
    {
        if (condition.Dimension.IsFinite)
        {
            return null;
        }

        return condition.Dimension.Ratio is null && condition.Dimension.Doubt is { } doubt && doubt.Expression == at
            ? doubt
            : Parting(at);
    }

    /// <summary>
    /// The condition on a width that decides which objects these are, and so what is read out of them; else that by which we are here.
    /// </summary>
    private Doubt? ControlIn(Value objects) => objects.Dimension is { Ratio: null, Doubt: { } doubt } ? doubt : _control;

    private void Branch(Value condition, SyntaxNode at, Action whenTrue, Action whenFalse)
    {
        if (condition.Constant is bool known)
        {
            (known ? whenTrue : whenFalse)();
            return;
        }

        var (control, before, other) = (ControlOf(condition, at), _control, _store.Fork());
        _control = control ?? before;
        whenTrue();
        var (first, isFirstDead) = (_store, _isDead);
        (_store, _isDead) = (other, false);
        whenFalse();
        Meet(first, isFirstDead, control, Deciding(at), condition.Dimension.Values);
        _control = before;
    }

    private Value Choose(Value condition, SyntaxNode at, Func<Value> whenTrue, Func<Value> whenFalse)
    {
        var chosen = new List<Value>();
        Branch(condition, at, () => Take(whenTrue), () => Take(whenFalse));
        return chosen.Count == 0
            ? Nothing()
            : chosen.Aggregate((a, b) => a.Or(b, ControlOf(condition, at), Deciding(at), condition.Dimension.Values));

        void Take(Func<Value> choice)
        {
            var value = choice();
            if (!_isDead)
            {
                chosen.Add(value);
            }
        }
    }

    /// <param name="truth">Where the condition holds by which it is the other one, if that is known.</param>
    private void Meet(Store other, bool isOtherDead, Doubt? control, Doubt meeting, Samples? truth = null)
    {
        if (!isOtherDead)
        {
            _store = _isDead ? other : other.Join(_store, control, meeting, truth);
            _isDead = false;
        }
    }

    private void JumpTo(ILabelSymbol label)
    {
        JumpsTo(label).Add(new Jump(_store, null, _control));
        _isDead = true;
    }

    private List<Jump> JumpsTo(ILabelSymbol label)
    {
        if (!_jumps.TryGetValue(label, out var jumps))
        {
            _jumps.Add(label, jumps = []);
        }

        return jumps;
    }

    /// <summary>Where jumps to a label arrive.</summary>
    private void Land(ILabelSymbol label, SyntaxNode at)
    {
        foreach (var jump in JumpsTo(label))
        {
            Meet(jump.Store, false, ReferenceEquals(jump.Control, _control) ? null : jump.Control, Meeting(at));
        }

        JumpsTo(label).Clear();
    }

    private void Attempt(ITryOperation attempt, Frame frame)
    {
        var handler = _store.Fork();
        var jumps = _jumps.Values.Append(frame.Returns).Select(list => (List: list, list.Count)).ToArray();
        _handlers.Add(handler);
        Execute(attempt.Body, frame);
        _handlers.Remove(handler);
        var failure = new Doubt(
            attempt.Syntax, "is handled where it fails, which may be at some widths only; give sizes that do not depend on it");
        foreach (var clause in attempt.Catches)
        {
            var (after, isAfterDead) = (_store, _isDead);
            (_store, _isDead) = (handler.Fork(), false);
            foreach (var local in clause.Locals)
            {
                Declare(frame, local, new Value(Finite.Opaque(failure)));
            }

            Evaluate(clause.Filter, frame);
            Execute(clause.Handler, frame);
            Meet(after, isAfterDead, failure, failure);
        }

        if (attempt.Finally is not { } final)
        {
            return;
        }

        // It runs on every way out, also on those that are under way already.
        foreach (var (list, count) in jumps)
        {
            for (var index = count; index < list.Count; index++)
            {
                var (here, isHereDead) = (_store, _isDead);
                (_store, _isDead) = (list[index].Store.Fork(), false);
                Execute(final, frame);
                list[index] = list[index] with { Store = _store };
                (_store, _isDead) = (here, isHereDead);
            }
        }

        var wasDead = _isDead;
        _isDead = false;
        Execute(final, frame);
        _isDead |= wasDead;
    }
}
