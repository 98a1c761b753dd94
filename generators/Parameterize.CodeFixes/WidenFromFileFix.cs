using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0033: makes a class that is local to its file, or the type around it that is, internal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WidenFromFileFix)), Shared]
public sealed class WidenFromFileFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.LocalToFile);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        var types = site.Node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(type => FileModifier(type) != default).ToArray();
        if (types.Length > 0 && types.All(type => CanWiden(site, type, types)))
        {
            var modifiers = types.Select(type => new Edit(site.Root.SyntaxTree, FileModifier(type).Span, "internal")).ToArray();
            yield return new Offer("Make internal", DiagnosticIds.LocalToFile, modifiers);
        }
    }

    private static SyntaxToken FileModifier(TypeDeclarationSyntax type) =>
        type.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.FileKeyword));

    /// <summary>Whether its name is free, and nothing in it says more than its own file may know.</summary>
    private static bool CanWiden(FixSite site, TypeDeclarationSyntax type, IReadOnlyCollection<TypeDeclarationSyntax> widened)
    {
        var symbol = site.Model.GetDeclaredSymbol(type, site.Cancellation);
        return symbol?.ContainingNamespace.GetTypeMembers(symbol.Name, symbol.Arity).Length == 1
            && !type.DescendantNodes(node =>
                node is not (BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or AttributeListSyntax))
                .OfType<SimpleNameSyntax>()
                .Select(name => site.Model.GetSymbolInfo(name, site.Cancellation).Symbol)
                .OfType<INamedTypeSymbol>()
                .Any(named =>
                    named.IsFileLocal
                        && !widened.Any(own =>
                            SymbolEqualityComparer.Default.Equals(
                                site.Model.GetDeclaredSymbol(own, site.Cancellation), named.OriginalDefinition)));
    }
}
