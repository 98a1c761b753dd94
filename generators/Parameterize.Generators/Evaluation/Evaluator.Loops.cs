using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// Loops: round by round where it is known how many there are; else until nothing changes any more. What does not come to rest, and what
/// differs by how often a loop runs where a width decides that, is unknown.
/// </content>
internal sealed partial class Evaluator
{
    private const int MostRounds = 64;
    private const int RoundsToRest = 6;

    /// <summary>Most elements of a collection that are told apart.</summary>
    private const int MostItems = 1024;

    // The loop whose last round is told from the others, and whether this one is it.
    private (CountedLoop Loop, Frame Scope, bool IsLast)? _last;

    // Above zero where code stands for any number of rounds of a loop.
    private int _repeating;

    private void Repeat(ILoopOperation loop, Frame frame)
    {
        switch (loop)
        {
            case IForEachLoopOperation each:
                Enumerate(each, frame);
                break;
            case IForLoopOperation counted:
                var (scope, before) = (Round(loop, frame), _store.Fork());
                foreach (var statement in counted.Before)
                {
                    Execute(statement, scope);
                }

                Rounds(loop, scope, counted.Condition, counted.AtLoopBottom, counted: CountedLoop.Of(counted));
                ReachAll(counted, before, scope);
                break;
            case IWhileLoopOperation { ConditionIsTop: false } late:
                Once(loop, frame, []);
                if (!_isDead)
                {
                    Rounds(loop, frame, late.Condition, [], late.ConditionIsUntil);
                }

                break;
            case IWhileLoopOperation early:
                Rounds(loop, frame, early.Condition, [], early.ConditionIsUntil);
                break;
            default:
                Lose(loop, new(loop.Syntax, "is a loop that is not followed; use for, foreach or while"), isInside: true);
                break;
        }

        Land(loop.ExitLabel, HeadOf(loop));
    }

    private void Rounds(
        ILoopOperation loop,
        Frame frame,
        IOperation? condition,
        IReadOnlyList<IOperation> bottom,
        bool isUntil = false,
        CountedLoop? counted = null)
    {
        for (var round = 0; !_isDead; round++)
        {
            var leaving = JumpsTo(loop.ExitLabel).Count;
            var goesOn = Condition();
            if (goesOn.Constant is false)
            {
                return;
            }

            if ((goesOn.Constant is not true || round == MostRounds) && counted is not null && _repeating == 0 && goesOn.Dimension.IsFinite)
            {
                ThenLast(loop, counted, goesOn, Condition, frame, bottom);
                return;
            }

            if (goesOn.Constant is not true || round == MostRounds)
            {
                FirstThenRest(loop, goesOn, Condition, () => Once(loop, frame, bottom));
                return;
            }

            Once(loop, frame, bottom);
            if (!_isDead && JumpsTo(loop.ExitLabel).Count > leaving)
            {
                // It may have been left, so that how many rounds there are is not known.
                ToRest(loop, Condition(), Condition, () => Once(loop, frame, bottom));
                return;
            }
        }

        Value Condition()
        {
            var value = condition is null ? Truth(true) : Evaluate(condition, frame);
            return isUntil ? Not(value) : value;
        }
    }

    /// <summary>One round, with variables of its own.</summary>
    private void Once(ILoopOperation loop, Frame frame, IReadOnlyList<IOperation> bottom, Action<Frame>? begin = null, Action? end = null)
    {
        var round = Round(loop.Body, frame);
        begin?.Invoke(round);
        Execute(loop.Body, round);
        end?.Invoke();
        Land(loop.ContinueLabel, HeadOf(loop));
        foreach (var statement in bottom)
        {
            Execute(statement, frame);
        }

        if (!round.IsCaptured && _repeating == 0)
        {
            _store.Drop(round);
        }
    }

    private Frame Round(IOperation body, Frame frame)
    {
        var key = (body, (object)frame);
        if (_repeating == 0)
        {
            return new Frame(frame.Self, frame, isBody: false);
        }

        if (_frames.TryGetValue(key, out var round))
        {
            round.IsSeveral = true;
            return round;
        }

        return _frames[key] = new Frame(frame.Self, frame, isBody: false);
    }

    /// <summary>
    /// Any number of rounds, from none on: the first by itself, since it often is another than those after it, and what it begins with is
    /// known.
    /// </summary>
    private void FirstThenRest(ILoopOperation loop, Value goesOn, Func<Value> condition, Action once, Action? rest = null)
    {
        if (_repeating > 0 || !goesOn.Dimension.IsFinite)
        {
            ToRest(loop, goesOn, condition, rest ?? once);
            return;
        }

        var (before, occasion) = (_store.Fork(), Begin(loop, goesOn));
        once();
        if (!_isDead)
        {
            var next = condition();
            if (next.Constant is not false)
            {
                ToRest(loop, next, condition, rest ?? once);
            }
        }

        PassBy(before, occasion, HeadOf(loop));
    }

    /// <summary>Any number of rounds, from none on, of which the last one is told from the others.</summary>
    private void ThenLast(
        ILoopOperation loop, CountedLoop counted, Value goesOn, Func<Value> condition, Frame frame, IReadOnlyList<IOperation> bottom)
    {
        var (before, occasion) = (_store.Fork(), Begin(loop, goesOn));
        FirstThenRest(loop, new Value(Finite.Opaque(null)), condition, () => OneRound(isLast: false));
        OneRound(isLast: true);
        PassBy(before, occasion, HeadOf(loop));

        void OneRound(bool isLast)
        {
            var outside = _last;
            Once(loop, frame, bottom, _ => _last = (counted, frame, isLast), () => _last = outside);
        }
    }

    /// <summary>What a comparison gives by which the body of a loop asks whether a round is the last.</summary>
    private bool? AsksForLast(IBinaryOperation comparison, Frame frame)
    {
        if (_last is not var (counted, scope, isLast))
        {
            return null;
        }

        for (Frame? around = frame; around is not null; around = around.Outer)
        {
            if (ReferenceEquals(around, scope))
            {
                return counted.Compare(comparison, isLast);
            }
        }

        return null;
    }

    /// <summary>Any number of rounds, from none on.</summary>
    /// <param name="goesOn">Whether there is a first one.</param>
    private void ToRest(ILoopOperation loop, Value goesOn, Func<Value> condition, Action once)
    {
        var at = HeadOf(loop);
        var unrest = new Doubt(
            at, "repeats what changes a size from round to round in a way that does not come to rest; compute the size without a loop");
        var outside = _control;
        var head = _store;
        _repeating++;
        for (var round = 0; ; round++)
        {
            var control = ControlOf(goesOn, at);
            _control = control ?? outside;
            _store = head.Fork();
            once();
            if (_isDead)
            {
                _isDead = false;
                break;
            }

            goesOn = Both(goesOn, condition());
            var next = head.Fork().Join(_store, ControlOf(goesOn, at), Deciding(at), isRound: true);
            if (round >= RoundsToRest)
            {
                next.Widen(head, unrest);
            }

            if (next.Same(head) || _exhausted is not null)
            {
                break;
            }

            head = next;
        }

        (_repeating, _control, _store) = (_repeating - 1, outside, head.Fork());
        _isDead = condition().Constant is true;
    }

    private void Enumerate(IForEachLoopOperation loop, Frame frame)
    {
        var collection = Evaluate(loop.Collection, frame);
        if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref })
        {
            foreach (var thing in Reachable([collection]))
            {
                Disturb(
                    thing,
                    new(loop.Collection.Syntax, "is written to through references, which is not followed; use a loop over its indices"));
            }
        }

        var (sequence, before) = (ElementsOf(collection, loop.Collection), _store.Fork());
        if (sequence.Items is { } layers && layers.Any(IsOfAll))
        {
            Visit(layers, item => Once(loop, frame, [], round => Begin(round, item)));
        }
        else if (sequence.Items is { } items && items.Count <= MostRounds)
        {
            foreach (var item in items.TakeWhile(_ => !_isDead))
            {
                Once(loop, frame, [], round => Begin(round, item));
            }
        }
        else if (sequence.Each is not null || sequence.Items is not null)
        {
            var each = sequence.Each ?? sequence.Items!.Aggregate((a, b) => a.Or(b, null, Meeting(loop.Collection.Syntax)));
            var count = new Value(Finite.Some(sequence.Count));
            var order = sequence.Order;
            var others = order?.Rest is { } rest ? order.Back.Aggregate(order.Front.Skip(1).Aggregate(rest, Together), Together) : each;
            FirstThenRest(
                loop,
                count,
                () => count,
                () =>
                    Once(
                        loop, frame, [],
                        round => Begin(round, order is { Front.Count: > 0 } ? order.Back.Aggregate(order.Front[0], Together) : each)),
                () => Once(loop, frame, [], round => Begin(round, others)));
            ReachAll(loop, before, sequence.Sure, layer => Once(loop, frame, [], round => Begin(round, layer)));
        }

        Value Together(Value a, Value b) => a.Or(b, null, Meeting(loop.Collection.Syntax));

        void Begin(Frame round, Value item)
        {
            if (loop.LoopControlVariable is IVariableDeclaratorOperation declarator)
            {
                Declare(round, declarator.Symbol, item);
            }
            else
            {
                Deconstruct(loop.LoopControlVariable, item, round);
            }
        }
    }

    private static SyntaxNode HeadOf(ILoopOperation loop) => loop switch
    {
        IForEachLoopOperation each => each.Collection.Syntax,
        IForLoopOperation { Condition: { } condition } => condition.Syntax,
        IWhileLoopOperation { Condition: { } condition } => condition.Syntax,
        _ => loop.Syntax,
    };
}
