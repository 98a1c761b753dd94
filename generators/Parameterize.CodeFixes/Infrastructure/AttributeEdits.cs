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

    /// <summary>A kind's attribute among those of a member: by its name as written, short or long, qualified or not.</summary>
    public static bool IsNamed(this AttributeSyntax attribute, string name)
    {
        var written = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return written == name || written == name + "Attribute";
    }

    /// <summary>Takes an attribute away, with its comma, or with its brackets if it was alone in them.</summary>
    public static Edit Delete(AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count == 1)
        {
            return Edit.Delete(attribute.SyntaxTree, TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart));
        }

        var index = list.Attributes.IndexOf(attribute);
        return Edit.Delete(attribute.SyntaxTree, WithComma(attribute, index, position => list.Attributes[position]));
    }

    /// <summary>The span of an element of a separated list with the comma that goes with it.</summary>
    public static TextSpan WithComma(SyntaxNode element, int index, Func<int, SyntaxNode> at) => index > 0
        ? TextSpan.FromBounds(at(index - 1).Span.End, element.Span.End)
        : TextSpan.FromBounds(element.SpanStart, at(1).SpanStart);
}
