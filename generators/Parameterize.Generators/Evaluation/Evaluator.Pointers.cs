using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Evaluation;

/// <content>A pointer to a variable is another name of it, as long as nothing is done with it but <c>*p</c>.</content>
internal sealed partial class Evaluator
{
    private IReadOnlyList<Place>? PointedTo(IVariableDeclaratorOperation declarator, IOperation value, Frame frame) =>
        value is IAddressOfOperation { Reference: ILocalReferenceOperation or IParameterReferenceOperation } address
        && RootOf(declarator).Descendants().OfType<ILocalReferenceOperation>()
            .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, declarator.Symbol))
            .All(static use => use.Parent is { } parent && Dereferenced(parent) is not null)
            ? Refer(address.Reference, frame).Places
            : null;

    /// <summary>The variable of <c>*p</c>, which Roslyn's operations have no kind for.</summary>
    private static ILocalReferenceOperation? Dereferenced(IOperation operation) =>
        operation.Kind == OperationKind.None && operation.Syntax.IsKind(SyntaxKind.PointerIndirectionExpression)
            ? operation.ChildOperations.OfType<ILocalReferenceOperation>().FirstOrDefault()
            : null;

    private static IReadOnlyList<Place>? Pointed(IOperation operation, Frame frame) =>
        Dereferenced(operation) is { Local: var pointer } ? frame.AliasOf(pointer) : null;

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
