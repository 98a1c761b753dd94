using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Parsing;

/// <summary>
/// Follows the constructors of a class as the compiler sees them, with widths for numbers: through locals, arithmetic, tuples,
/// options objects, collections, lambdas and helper methods. What it does not understand is unknown, never guessed, and remembers
/// the expression to blame. Bounded: each body is followed at most <see cref="Deepest"/> calls deep, and a class for
/// <see cref="MostSteps"/> operations.
/// </summary>
internal sealed partial class Evaluator(GrowingNumbers widths, Compilation compilation, CancellationToken cancellation)
{
    private const int Deepest = 8;
    private const int MostSteps = 20_000;
    private readonly Dictionary<SyntaxTree, SemanticModel> _semantics = [];
    private int _steps;
    private int _depth;

    // Above zero inside what may run never or often: a branch, a loop, one of several constructors.
    private int _uncertain;

    private bool IsExhausted => _steps > MostSteps;

    /// <summary>What each member of the class holds after construction, by name.</summary>
    public IReadOnlyDictionary<string, Value> Members(INamedTypeSymbol type)
    {
        var self = new Dictionary<string, Value>();
        var constructors = type.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared).ToArray();
        Initializers(type, new Frame(self, outer: null));
        _uncertain += constructors.Length > 1 ? 1 : 0;
        foreach (var constructor in constructors)
        {
            Execute(Body(constructor), new Frame(self, outer: null));
        }

        return self;
    }

    /// <summary>Follows the initialisers of fields and automatic properties.</summary>
    private void Initializers(INamedTypeSymbol type, Frame frame)
    {
        foreach (var initializer in type.GetMembers().SelectMany(member => member.DeclaringSyntaxReferences).Select(InitializerOf))
        {
            switch (initializer)
            {
                case IFieldInitializerOperation field:
                    frame.Self![field.InitializedFields[0].Name] = Evaluate(field.Value, frame);
                    break;
                case IPropertyInitializerOperation property:
                    frame.Self![property.InitializedProperties[0].Name] = Evaluate(property.Value, frame);
                    break;
            }
        }
    }

    private IOperation? InitializerOf(SyntaxReference reference) => reference.GetSyntax(cancellation) switch
    {
        Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer: { } initializer } => OperationOf(initializer),
        Microsoft.CodeAnalysis.CSharp.Syntax.PropertyDeclarationSyntax { Initializer: { } initializer } => OperationOf(initializer),
        _ => null,
    };

    /// <summary>A method's body where the compiler has its source; null for one that a derived class may replace.</summary>
    private IOperation? Body(IMethodSymbol method) =>
        method is { IsAbstract: false, IsVirtual: false, IsOverride: false, IsAsync: false } && method.DeclaringSyntaxReferences.Length > 0
            ? OperationOf(method.DeclaringSyntaxReferences[0].GetSyntax(cancellation))
            : null;

    private IOperation? OperationOf(SyntaxNode syntax)
    {
        if (!_semantics.TryGetValue(syntax.SyntaxTree, out var semantics))
        {
            _semantics.Add(syntax.SyntaxTree, semantics = compilation.GetSemanticModel(syntax.SyntaxTree));
        }

        return semantics.OperationOf(syntax, cancellation);
    }

    private void Execute(IOperation? operation, Frame frame)
    {
        cancellation.ThrowIfCancellationRequested();
        _steps++;
        if (operation is null || IsExhausted)
        {
            return;
        }

        switch (operation)
        {
            case IConstructorBodyOperation constructor:
                if (!IsFollowedByItself(constructor.Initializer))
                {
                    Execute(constructor.Initializer, frame);
                }

                Execute(constructor.BlockBody ?? constructor.ExpressionBody, frame);
                break;
            case IMethodBodyOperation method:
                Execute(method.BlockBody ?? method.ExpressionBody, frame);
                break;
            case IReturnOperation { ReturnedValue: { } value }:
                frame.Return(Evaluate(value, frame));
                break;
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                frame.Declare(declarator.Symbol, Evaluate(initializer.Value, frame));
                break;
            case IForEachLoopOperation loop:
                var collection = Evaluate(loop.Collection, frame);
                foreach (var local in loop.Locals)
                {
                    frame.Declare(local, collection.Element ?? collection with { Members = null });
                }

                Repeatedly(loop.Body, frame);
                break;
            case IForLoopOperation loop:
                foreach (var statement in loop.Before)
                {
                    Execute(statement, frame);
                }

                Repeatedly(loop.Body, frame, loop.AtLoopBottom);
                break;
            case ILoopOperation loop:
                Repeatedly(loop.Body, frame);
                break;
            case IConditionalOperation { Type: null } or ISwitchOperation or ITryOperation:
                _uncertain++;
                Parts(operation, frame);
                _uncertain--;
                break;
            case ILocalFunctionOperation:
                break;
            case IExpressionStatementOperation statement:
                Evaluate(statement.Operation, frame);
                break;
            case { Kind: OperationKind.Block or OperationKind.VariableDeclarationGroup or OperationKind.VariableDeclaration or OperationKind.Using
                or OperationKind.UsingDeclaration or OperationKind.Lock or OperationKind.SwitchCase or OperationKind.CatchClause or OperationKind.Labeled }:
                Parts(operation, frame);
                break;
            default:
                Evaluate(operation, frame);
                break;
        }
    }

    /// <summary>Whether it is <c>: this(...)</c> of the class that is read: all of its constructors are followed, each with its own parameters.</summary>
    private bool IsFollowedByItself(IOperation? initializer) => initializer is IExpressionStatementOperation { Operation: IInvocationOperation call }
        && widths.IsOwnConstructor(call.TargetMethod);

    private void Parts(IOperation operation, Frame frame)
    {
        foreach (var part in operation.ChildOperations)
        {
            Execute(part, frame);
        }
    }

    /// <summary>Twice, so that what one round of a loop leaves is seen by the next.</summary>
    private void Repeatedly(IOperation body, Frame frame, IEnumerable<IOperation>? atBottom = null)
    {
        _uncertain++;
        for (var round = 0; round < 2; round++)
        {
            Execute(body, frame);
            foreach (var statement in atBottom ?? [])
            {
                Execute(statement, frame);
            }
        }

        _uncertain--;
    }
}
