using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Generators.Reading;

namespace Parameterize.Generators.Checks;

/// <summary>Whether the names of generated members are free.</summary>
internal static class NameCheck
{
    private const string Support = "Parameterize.Generated.TorchSupport";

    public static void Check(ReadingContext context, ModelSpec model)
    {
        var generated = new Dictionary<string, Location>();
        var receivers = Receivers(context);
        foreach (var (name, location) in Names(context, model))
        {
            if (generated.ContainsKey(name))
            {
                context.Report(Descriptors.NameTaken, location, name, model.Name, "that of another member");
            }
            else if (Owner(context.Type, name, model.Declaration.Files) is { } owner)
            {
                context.Report(Descriptors.NameTaken, location, name, model.Name, owner);
            }
            else if (receivers.TryGetValue(name, out var use) && Type(context, use, name) is { } hidden)
            {
                context.Report(
                    Descriptors.NameTaken, location, name, model.Name,
                    $"'{hidden.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}', which the class names");
            }

            generated[name] = location;
        }

        if (SupportOwner(context) is { } taken)
        {
            context.Report(Descriptors.NameTaken, context.ClassLocation, Support, model.Name, $"'{taken.ToDisplayString()}'");
        }
    }

    /// <summary>What the class writes before a dot, such as <c>Math</c>, each with one place.</summary>
    private static Dictionary<string, SyntaxNode> Receivers(ReadingContext context)
    {
        var receivers = new Dictionary<string, SyntaxNode>();
        foreach (var access in context.Type.DeclaringSyntaxReferences
            .Select(reference => reference.Node(context.Cancellation))
            .Where(part => !IsGenerated(part.SyntaxTree, context.Type))
            .SelectMany(part => part.DescendantNodes())
            .OfType<MemberAccessExpressionSyntax>())
        {
            if (access.Expression is IdentifierNameSyntax { Identifier.ValueText: var name })
            {
                receivers[name] = access;
            }
        }

        return receivers;
    }

    /// <summary>The type that a name means there, and no longer would if a member had it.</summary>
    private static INamespaceOrTypeSymbol? Type(ReadingContext context, SyntaxNode use, string name) =>
        context.Compilation.SemanticsOf(use.SyntaxTree)
            .LookupNamespacesAndTypes(use.SpanStart, name: name)
            .OfType<INamespaceOrTypeSymbol>()
            .FirstOrDefault();

    private static bool IsGenerated(SyntaxTree tree, INamedTypeSymbol type) =>
        new GeneratedFiles(TypeNames.HintName(type)).Contain(tree.FilePath);

    /// <summary>A type of the user's where the file that all models share declares its own.</summary>
    private static INamedTypeSymbol? SupportOwner(ReadingContext context) =>
        new[] { Support, Support.Substring(0, Support.LastIndexOf('.')) }
            .Select(context.Compilation.Assembly.GetTypeByMetadataName)
            .FirstOrDefault(type => type is not null
                && type.DeclaringSyntaxReferences.Any(reference =>
                    !reference.SyntaxTree.FilePath.EndsWith(GeneratedFiles.Support, System.StringComparison.Ordinal)));

    private static IEnumerable<(string Name, Location Location)> Names(ReadingContext context, ModelSpec model)
    {
        foreach (var name in MemberNameList.Fixed.Concat(OptimizerCatalogue.Generated.Select(optimizer => optimizer.Factory)))
        {
            yield return (name, context.ClassLocation);
        }

        foreach (var (name, _, _) in ForwardScales.Of(model))
        {
            yield return (name, context.ClassLocation);
        }

        if (model.Rebases)
        {
            yield return (MemberNameList.ConstructionField, context.ClassLocation);
        }

        foreach (var places in model.Layers.Where(layer => layer.ForwardName.Length > 0).GroupBy(layer => layer.Member))
        {
            var member = context.Type.GetMembers(places.Key.TrimStart('@')).FirstOrDefault()?.Locations[0] ?? context.ClassLocation;
            yield return (places.First().ForwardName, member);
            foreach (var layer in places)
            {
                yield return (MemberNameList.MultiplierField(layer), member);
            }
        }
    }

    private static string? Owner(INamedTypeSymbol type, string name, GeneratedFiles files)
    {
        // A base that is a model too is an error of its own, not one of each name.
        foreach (var current in type.SelfAndBases().TakeWhile(current =>
            SymbolEqualityComparer.Default.Equals(current, type) || !current.Has(WellKnownNames.ParameterizeAttribute)))
        {
            var owner = current.GetMembers(name).FirstOrDefault(member => !member.IsImplicitlyDeclared && !IsGenerated(member, files)
                && (member.DeclaredAccessibility != Accessibility.Private || SymbolEqualityComparer.Default.Equals(current, type)));
            if (owner is not null)
            {
                return $"'{owner.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'";
            }
        }

        if (type.TypeParameters.Any(parameter => parameter.Name == name))
        {
            return $"the type parameter '{name}'";
        }

        return type.Name == name ? "the class's own name" : null;
    }

    private static bool IsGenerated(ISymbol member, GeneratedFiles files) => member.DeclaringSyntaxReferences
        .Any(reference => files.Contain(reference.SyntaxTree.FilePath));
}
