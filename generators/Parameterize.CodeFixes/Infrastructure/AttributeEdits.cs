using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Parameterize.CodeFixes.Infrastructure;

/// <summary>Attributes written, renamed and taken away.</summary>
internal static class AttributeEdits
{
    /// <summary>The field or property declaration that a diagnostic on a member points into, if it declares that one member only.</summary>
    public static MemberDeclarationSyntax? Member(this FixSite site) => site.Meant.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        FieldDeclarationSyntax { Declaration.Variables.Count: 1 } field => field,
        PropertyDeclarationSyntax property => property,
        _ => null,
    };

    /// <summary>Whether an attribute is the package's of that name, however it is written: short, long, qualified or by an alias.</summary>
    public static bool Is(this FixSite site, AttributeSyntax attribute, string name) =>
        site.Model.GetTypeInfo(
            attribute,
            site.Cancellation).Type is { ContainingNamespace: { Name: "Parameterize", ContainingNamespace.IsGlobalNamespace: true } } type
        && type.Name == name + "Attribute";

    /// <summary>Takes attributes away, each with its comma, or with the brackets where nothing is left in them.</summary>
    public static IEnumerable<Edit> Delete(IReadOnlyCollection<AttributeSyntax> attributes)
    {
        foreach (var list in attributes.Select(attribute => (AttributeListSyntax)attribute.Parent!).Distinct())
        {
            var left = list.Attributes.Where(attribute => !attributes.Contains(attribute)).ToArray();
            if (left.Length == list.Attributes.Count)
            {
                continue;
            }

            yield return left.Length == 0
                ? Edit.Delete(list.SyntaxTree, TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart))
                : new Edit(list.SyntaxTree, list.Attributes.Span, string.Join(", ", left.Select(attribute => attribute.ToString())));
        }
    }

    /// <summary>The span of an element of a separated list with the comma that goes with it.</summary>
    public static TextSpan WithComma(SyntaxNode element, int index, Func<int, SyntaxNode> at) => index > 0
        ? TextSpan.FromBounds(at(index - 1).Span.End, element.Span.End)
        : TextSpan.FromBounds(element.SpanStart, at(1).SpanStart);
}
