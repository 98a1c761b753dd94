using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>Statements.</content>
internal sealed partial class Evaluator
{
    private void Execute(IOperation? operation, Frame frame)
    {
        if (operation is null || _isDead || IsExhausted(operation))
        {
            return;
        }

        switch (operation)
        {
            case IBlockOperation block:
                ExecuteAll(block, frame);
                break;
            case IMethodBodyOperation method:
                Execute(method.BlockBody ?? method.ExpressionBody, frame);
                break;
            case IVariableDeclaratorOperation declarator:
                Initialize(declarator, frame);
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } value }:
                Append(frame.Yielded!, Evaluate(value, frame), operation.Syntax);
                break;
            case IReturnOperation result:
                var returned = result.ReturnedValue is { } given ? Evaluate(given, frame) : null;
                if (!_isDead)
                {
                    frame.Returns.Add(new Jump(_store, returned, _control));
                    _isDead = true;
                }

                break;
            case IConditionalOperation { Type: null } choice:
                BranchOn(choice.Condition, frame, () => Execute(choice.WhenTrue, frame), () => Execute(choice.WhenFalse, frame));
                break;
            case ILoopOperation loop:
                Repeat(loop, frame);
                break;
            case ISwitchOperation choice:
                Switch(choice, frame);
                break;
            case ITryOperation attempt:
                Attempt(attempt, frame);
                break;
            case IUsingOperation scope:
                var resources = Resources(scope.Resources, frame);
                Execute(scope.Body, frame);
                Disposed(resources, scope.Resources.Syntax);
                break;
            case IUsingDeclarationOperation declaration:
                Disposed(Resources(declaration.DeclarationGroup, frame), declaration.Syntax);
                break;
            case ILockOperation region:
                Evaluate(region.LockedValue, frame);
                Execute(region.Body, frame);
                break;
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } branch:
                JumpTo(branch.Target);
                break;
            case IVariableDeclarationGroupOperation or IVariableDeclarationOperation:
                foreach (var part in operation.ChildOperations)
                {
                    Execute(part, frame);
                }

                break;
            case ILocalFunctionOperation or IEmptyOperation:
                break;
            case IExpressionStatementOperation statement:
                Evaluate(statement.Operation, frame);
                break;
            case { Type: not null }:
                Evaluate(operation, frame);
                break;
            default:
                // goto, labels, fixed: what is mentioned in them may hold anything.
                Lose(
                    operation, new(operation.Syntax, "is a statement that is not followed; build the layer outside of it"), isInside: true);
                break;
        }
    }

    private void ExecuteAll(IBlockOperation block, Frame frame)
    {
        if (Jumping(block) is { } jump)
        {
            Lose(block, new(jump, "jumps, which is not followed; use a loop, or a method with a return"), isInside: true);
        }

        foreach (var function in block.Operations.OfType<ILocalFunctionOperation>())
        {
            frame.Capture();
            Declare(
                frame, function.Symbol,
                new Value(Finite.Constant(null)) { Closures = [new Closure(function.Symbol, function.Body, frame, frame.Self)] });
        }

        foreach (var statement in block.Operations)
        {
            Execute(statement, frame);
        }
    }

    /// <summary>A goto to a label of the block or to a case of one of its switches; a label if no goto is there.</summary>
    private static SyntaxNode? Jumping(IBlockOperation block)
    {
        var label = block.Operations.OfType<ILabeledOperation>().FirstOrDefault();
        var jumps = block.Syntax.DescendantNodes().OfType<GotoStatementSyntax>().ToArray();
        return label is null
            ? jumps.FirstOrDefault(static jump => !jump.IsKind(SyntaxKind.GotoStatement))
            : jumps.FirstOrDefault(jump => jump.Expression?.ToString() == label.Label.Name) ?? label.Syntax;
    }

    private void Initialize(IVariableDeclaratorOperation declarator, Frame frame)
    {
        if (declarator.GetVariableInitializer() is not { } initializer)
        {
            frame.Declare(declarator.Symbol);
            return;
        }

        if (PointedTo(declarator, initializer.Value, frame) is { } pointed)
        {
            frame.Alias(declarator.Symbol, pointed);
            return;
        }

        if (declarator.Symbol.IsRef)
        {
            var reference = Refer(initializer.Value, frame);
            if (reference.Places is { } places)
            {
                frame.Alias(declarator.Symbol, places);
                return;
            }

            Lose(initializer.Value, new(initializer.Value.Syntax, "is a reference that is not followed; use the variable itself"));
        }

        var value = Evaluate(initializer.Value, frame);
        Declare(frame, declarator.Symbol, value);
    }

    private void Declare(Frame frame, ISymbol variable, Value value)
    {
        frame.Declare(variable);
        Write(new Place(frame, variable), value, variable.DeclaringSyntaxReferences.FirstOrDefault()?.Node(cancellation));
    }

    private void Switch(ISwitchOperation choice, Frame frame)
    {
        var value = Evaluate(choice.Value, frame);
        Case(0);
        Land(choice.ExitLabel, choice.Value.Syntax);

        void Case(int index)
        {
            if (index == choice.Cases.Length)
            {
                return;
            }

            // The default comes last, wherever it is written.
            var section = choice.Cases.OrderBy(static section =>
                section.Clauses.Any(static clause => clause is IDefaultCaseClauseOperation)).ElementAt(index);
            var matches = section.Clauses.Select(clause => Matches(clause, value, frame)).Aggregate(Either);
            Branch(
                matches,
                choice.Value.Syntax,
                () =>
                {
                    foreach (var statement in section.Body)
                    {
                        Execute(statement, frame);
                    }
                },
                () => Case(index + 1));
        }
    }

    private Value Matches(ICaseClauseOperation clause, Value value, Frame frame) => clause switch
    {
        IDefaultCaseClauseOperation => Truth(true),
        ISingleValueCaseClauseOperation single => AreEqual(value, Evaluate(single.Value, frame), clause.Syntax),
        IPatternCaseClauseOperation pattern => Guarded(Matches(pattern.Pattern, value, frame), pattern.Guard, frame),
        _ => new Value(Finite.Opaque(value.Dimension.IsFinite ? null : Parting(clause.Syntax))),
    };

    private Value Guarded(Value matches, IOperation? guard, Frame frame) =>
        guard is null || matches.Constant is false ? matches : Both(matches, Evaluate(guard, frame));
}
