using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Infrastructure;

/// <summary>Asks the compiler for operations, in code that may not compile.</summary>
internal static class SemanticOperations
{
    /// <summary>
    /// The operation of a node; null where there is none, and where Roslyn itself throws: it does so on some code that does not compile,
    /// such as an assignment to <c>_mix$$</c>.
    /// </summary>
    public static IOperation? OperationOf(this SemanticModel semantics, SyntaxNode node, CancellationToken cancellation = default)
    {
        try
        {
            return semantics.GetOperation(node, cancellation);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
