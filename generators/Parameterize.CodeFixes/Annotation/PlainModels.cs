using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>TorchSharp modules of the user's own that are not annotated.</summary>
internal static class PlainModels
{
    /// <summary>All of a project, in the order of its files.</summary>
    public static IEnumerable<INamedTypeSymbol> In(Compilation compilation, CancellationToken cancellation) => compilation.SyntaxTrees
        .SelectMany(tree =>
            tree.GetRoot(cancellation).DescendantNodes().OfType<ClassDeclarationSyntax>().Select(declaration => (tree, declaration)))
        .Where(found => found.declaration.BaseList is not null)
        .Select(found => compilation.GetSemanticModel(found.tree).GetDeclaredSymbol(found.declaration, cancellation))
        .OfType<INamedTypeSymbol>()
        .Where(Is)
        .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    /// <summary>Whether a class of that name, with or without its namespace, has the attribute.</summary>
    public static bool IsAnnotated(Compilation compilation, string name) =>
        compilation.GetSymbolsWithName(name.Split('.').Last(), SymbolFilter.Type)
            .Any(type => (type.Name == name || type.ToDisplayString() == name) && type.Has(WellKnownNames.ParameterizeAttribute));

    /// <summary>Whether a class is such a module, with tensors of its own or in modules that it holds.</summary>
    public static bool Is(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false }
        && type.IsSourced()
        && type.DerivesFrom(WellKnownNames.Module)
        && type.SelfAndBases().TakeWhile(current => current.IsSourced()).All(current => !current.Has(WellKnownNames.ParameterizeAttribute))
        && !Held.HasNoTensors(type);
}
