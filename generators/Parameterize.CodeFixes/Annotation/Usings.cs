using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.CodeFixes.Infrastructure;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>Brings the package's namespace into the files that need it.</summary>
internal sealed class Usings(Compilation compilation)
{
    private const string Namespace = "Parameterize";
    private readonly Dictionary<SyntaxTree, bool> _missing = [];

    /// <summary>An attribute's short name, of which the using is noted.</summary>
    public string Name(SyntaxNode place, string name)
    {
        if (!_missing.TryGetValue(place.SyntaxTree, out var isMissing) || !isMissing)
        {
            _missing[place.SyntaxTree] = !compilation.GetSemanticModel(place.SyntaxTree)
                .LookupNamespacesAndTypes(place.SpanStart, name: name + "Attribute")
                .Any(symbol => symbol.ContainingNamespace?.ToDisplayString() == Namespace);
        }

        return name;
    }

    /// <summary>The directives that files lack, among others in their order.</summary>
    public IEnumerable<Edit> Edits(IEnumerable<SyntaxTree> edited) => edited.Distinct()
        .Where(tree => _missing.TryGetValue(tree, out var isMissing) && isMissing)
        .Select(tree =>
        {
            var unit = (CompilationUnitSyntax)tree.GetRoot();
            var line = $"using {Namespace};{FixSite.NewLineOf(tree.GetText())}";
            var own = unit.Usings.Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.None)).ToArray();
            var next = own.FirstOrDefault(directive =>
                directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) || directive.Alias is not null || IsBehind(directive));
            if (next is not null)
            {
                return Edit.Insert(tree, next.SpanStart, line);
            }

            return own.Length > 0
                ? Edit.Insert(tree, tree.GetText().Lines.GetLineFromPosition(own[own.Length - 1].Span.End).EndIncludingLineBreak, line)
                : Edit.Insert(tree, unit.GetFirstToken().SpanStart, line + FixSite.NewLineOf(tree.GetText()));
        });

    private static bool IsBehind(UsingDirectiveSyntax directive)
    {
        var name = directive.Name?.ToString() ?? "";
        return name != "System" && !name.StartsWith("System.", StringComparison.Ordinal) && string.CompareOrdinal(name, Namespace) > 0;
    }
}
