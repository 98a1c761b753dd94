using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Flow;

/// <summary>What a variable may hold: all that it is given, and all that is put into it where it is a list.</summary>
internal sealed class VariableValues(SourceBodies bodies)
{
    private static readonly string[] Additions = ["Add", "AddRange", "Insert", "InsertRange", "Enqueue", "Push", "append", "extend"];

    /// <summary>Of a local; what a loop runs over counts for the variable of the loop.</summary>
    public static IEnumerable<IOperation> Of(ILocalReferenceOperation use)
    {
        var local = use.Local;
        foreach (var operation in use.Root().Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Same(declarator.Symbol, local)
                    && declarator.GetVariableInitializer() is { } initializer:
                    yield return initializer.Value;
                    break;
                case IForEachLoopOperation loop when loop.Locals.Any(candidate => Same(candidate, local)):
                    yield return loop.Collection;
                    break;
                case IDeconstructionAssignmentOperation { Target: var target, Value: var value } when Tuple(
                    target) is { Elements: var targets } && IsAmong(targets):
                    yield return Part(value, targets);
                    break;
                case IIsPatternOperation { Pattern: var pattern, Value: var value } when Declared(pattern) is { } declared
                    && Same(declared, local):
                    yield return value;
                    break;
                default:
                    foreach (var value in GivenBy(
                        operation, target => target is ILocalReferenceOperation other && Same(other.Local, local)))
                    {
                        yield return value;
                    }

                    break;
            }
        }

        bool IsAmong(IEnumerable<IOperation> targets) => targets.Any(IsTarget);

        bool IsTarget(IOperation target) =>
            target.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(other => Same(other.Local, local));

        // Where a tuple is written out, each variable has its own part of it.
        IOperation Part(IOperation value, IReadOnlyList<IOperation> targets) =>
            Tuple(value) is { Elements: { } parts } && parts.Length == targets.Count
                ? parts[targets.TakeWhile(target => !IsTarget(target)).Count()]
                : value;
    }

    /// <summary>As written, or behind the declaration or the conversion that it stands in.</summary>
    private static ITupleOperation? Tuple(IOperation operation) => operation switch
    {
        ITupleOperation tuple => tuple,
        IConversionOperation conversion => Tuple(conversion.Operand),
        IDeclarationExpressionOperation declaration => Tuple(declaration.Expression),
        _ => null,
    };

    private static ISymbol? Declared(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        _ => null,
    };

    /// <summary>Of a field or property, in the files of its class.</summary>
    public IEnumerable<IOperation> Of(ISymbol member) =>
        member.ContainingType is not { } type ? [] : bodies.DeclarationsOf(type.OriginalDefinition)
            .SelectMany(part => part.DescendantNodes())
            .SelectMany(node => InitialValue(node, member.OriginalDefinition).Concat(Given(node, member.OriginalDefinition)));

    private IEnumerable<IOperation> InitialValue(SyntaxNode node, ISymbol member)
    {
        var values = node switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } field when field.Identifier.ValueText == member.Name => [value],
            PropertyDeclarationSyntax property when property.Identifier.ValueText == member.Name => Values(property),
            _ => Enumerable.Empty<ExpressionSyntax>(),
        };
        return values.ToArray() is { Length: > 0 } found && Same(bodies.SemanticsOf(node.SyntaxTree).GetDeclaredSymbol(node), member)
            ? found.Select(bodies.OperationOf).OfType<IOperation>()
            : [];
    }

    private static IEnumerable<ExpressionSyntax> Values(PropertyDeclarationSyntax property)
    {
        ExpressionSyntax?[] values =
        [
            property.Initializer?.Value,
            property.ExpressionBody?.Expression,
            .. property.AccessorList?.Accessors.Where(accessor => accessor.Keyword.ValueText == "get").SelectMany(Returned) ?? [],
        ];
        return values.OfType<ExpressionSyntax>();
    }

    private static IEnumerable<ExpressionSyntax?> Returned(AccessorDeclarationSyntax getter) =>
        [
            getter.ExpressionBody?.Expression,
            .. getter.Body?.DescendantNodes().OfType<ReturnStatementSyntax>().Select(statement => statement.Expression) ?? [],
        ];

    private IEnumerable<IOperation> Given(SyntaxNode node, ISymbol member) =>
        node is AssignmentExpressionSyntax or InvocationExpressionSyntax && Names(node, member.Name)
            && bodies.OperationOf(node) is { } operation
            ? GivenBy(
                operation, target => target is IMemberReferenceOperation reference && Same(reference.Member.OriginalDefinition, member))
            : [];

    /// <summary>A look at the text, before the compiler is asked for what it means.</summary>
    private static bool Names(SyntaxNode node, string name)
    {
        var target = node switch
        {
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element } => element.Expression,
            AssignmentExpressionSyntax assignment => assignment.Left,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } => call.Expression,
            _ => null,
        };
        return target switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
            _ => false,
        };
    }

    private static IEnumerable<IOperation> GivenBy(IOperation operation, Func<IOperation, bool> isMeant) => operation switch
    {
        ISimpleAssignmentOperation assignment when isMeant(assignment.Target) => [assignment.Value],
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } } assignment
            when isMeant(list) => [assignment.Value],
        ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: var array } } assignment when isMeant(
            array) => [assignment.Value],
        ICoalesceAssignmentOperation assignment when isMeant(assignment.Target) => [assignment.Value],
        IInvocationOperation { Instance: { } list } addition when Additions.Contains(addition.TargetMethod.Name) && isMeant(list) =>
            addition.Arguments.Select(argument => argument.Value),
        _ => [],
    };

    private static bool Same(ISymbol? one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
