using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Parameterize.CodeFixes.Infrastructure;

/// <summary>A diagnostic, and the code around it.</summary>
internal sealed record FixSite(Diagnostic Diagnostic, SyntaxNode Root, SemanticModel Model, SourceText Text, CancellationToken Cancellation)
{
    /// <summary>What the diagnostic points at.</summary>
    public SyntaxNode Node => NodeAt(Diagnostic.Location);

    /// <summary>The member that is meant: the second place where the diagnostic has one, else what it points at.</summary>
    public SyntaxNode Meant => Diagnostic.AdditionalLocations.FirstOrDefault(place => place.SourceTree == Root.SyntaxTree) is { } place
        ? NodeAt(place)
        : Node;

    private SyntaxNode NodeAt(Location location) => Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>The line end that the file uses.</summary>
    public string NewLine => NewLineOf(Text);

    public static async Task<FixSite?> Of(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return root is null || model is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            ? null
            : new FixSite(diagnostic, root, model, text, cancellation);
    }

    /// <summary>The type around the diagnostic.</summary>
    public TypeDeclarationSyntax? Type => Node.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    /// <summary>An attribute's name as it has to be written there: short where a using brings it in.</summary>
    public string AttributeName(int position, string name)
    {
        var isInScope = Model.LookupNamespacesAndTypes(position, name: name + "Attribute")
            .Any(symbol => symbol.ContainingNamespace?.ToDisplayString() == "Parameterize");
        return isInScope ? name : $"global::Parameterize.{name}";
    }

    internal static string NewLineOf(SourceText text)
    {
        var line = text.Lines[0];
        return line.EndIncludingLineBreak - line.End == 2 ? "\r\n" : "\n";
    }
}
