using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Flow;

/// <summary>The operations of what the user has written, in whatever file; generated code is not looked into.</summary>
internal sealed class SourceBodies(Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _semantics = [];

    public SemanticModel SemanticsOf(SyntaxTree tree)
    {
        if (!_semantics.TryGetValue(tree, out var semantics))
        {
            _semantics.Add(tree, semantics = compilation.SemanticsOf(tree));
        }

        return semantics;
    }

    public IOperation? OperationOf(SyntaxNode node) => SemanticsOf(node.SyntaxTree).OperationOf(node, cancellation);

    /// <summary>Whether the name of a variable or member means it at some place too.</summary>
    public bool IsNamedAt(ISymbol symbol, SyntaxNode place) => SemanticsOf(place.SyntaxTree)
        .LookupSymbols(place.SpanStart, name: symbol.Name)
        .Contains(symbol, SymbolEqualityComparer.Default);

    /// <summary>The files in which a symbol is written, whole.</summary>
    public IEnumerable<SyntaxNode> DeclarationsOf(ISymbol symbol) => symbol.DeclaringSyntaxReferences
        .Where(reference => !reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
        .Select(reference => reference.Node(cancellation));

    /// <summary>What runs when a method or a constructor is called, initialisers of members included.</summary>
    public IEnumerable<IOperation> BodiesOf(IMethodSymbol method)
    {
        var definition = method.ReducedFrom ?? method.OriginalDefinition;
        var bodies = DeclarationsOf(definition.PartialImplementationPart ?? definition).Where(node => node is not TypeDeclarationSyntax);
        var initializers = method.MethodKind == MethodKind.Constructor
            ? DeclarationsOf(definition.ContainingType).SelectMany(Initializers)
            : [];
        return bodies.Concat(initializers).Select(OperationOf).OfType<IOperation>();
    }

    /// <summary>The expressions that a method returns.</summary>
    public IEnumerable<IOperation> ReturnedBy(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? [] : BodiesOf(method).SelectMany(ReturnedIn);

    /// <summary>The expressions that a body returns, those of functions inside of it left out.</summary>
    public static IEnumerable<IOperation> ReturnedIn(IOperation body) => body.Descendants()
        .OfType<IReturnOperation>()
        .Where(statement => statement.ReturnedValue is not null && Function(statement, body) == body)
        .Select(statement => statement.ReturnedValue!);

    private static IOperation Function(IOperation statement, IOperation body)
    {
        var current = statement.Parent;
        while (current is not null && current != body && current is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            current = current.Parent;
        }

        return current ?? body;
    }

    private static IEnumerable<SyntaxNode> Initializers(SyntaxNode type) =>
        ((TypeDeclarationSyntax)type).Members.SelectMany(member => member switch
        {
            FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => (SyntaxNode?)variable.Initializer?.Value),
            PropertyDeclarationSyntax property => [property.Initializer?.Value],
            _ => [],
        }).OfType<SyntaxNode>();
}
