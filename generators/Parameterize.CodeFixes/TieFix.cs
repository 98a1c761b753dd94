using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0035: says by an attribute that a readout shares the embedding's weight, and removes the assignment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TieFix)), Shared]
public sealed class TieFix : TextFix
{
    private const string Output = "Output";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.TiedByHand);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        if (!site.Diagnostic.Properties.TryGetValue(DiagnosticProperties.TiedTo, out var words)
            || site.Node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Parent: BlockSyntax or SwitchSectionSyntax } statement
            || site.Member() is not { } member
            || member is BaseFieldDeclarationSyntax { Declaration.Variables.Count: > 1 }
            || Attribute(site, member, $"TiedTo = nameof({words})") is not { } tie)
        {
            yield break;
        }

        var assignment = Edit.Delete(statement.SyntaxTree, site.Text.WholeLines(statement)) with { DropsComments = true };
        yield return new Offer($"Tie it to '{words}' by [Output(TiedTo = ...)]", DiagnosticIds.TiedByHand, [tie, assignment]);
    }

    /// <summary>Into the member's own [Output], if it has one; none beside another kind.</summary>
    private static Edit? Attribute(FixSite site, MemberDeclarationSyntax member, string argument)
    {
        var attributes = member.AttributeLists.SelectMany(list => list.Attributes).ToArray();
        var output = attributes.FirstOrDefault(attribute => site.Is(attribute, Output));
        if (output is null)
        {
            var position = member.GetFirstToken().SpanStart;
            return attributes.Any(attribute => ClassifyFix.Kinds.Any(kind => site.Is(attribute, kind)))
                ? null
                : Edit.Insert(member.SyntaxTree, position, $"[{site.AttributeName(position, Output)}({argument})] ");
        }

        if (output.ArgumentList is not { } list)
        {
            return Edit.Insert(member.SyntaxTree, output.Span.End, $"({argument})");
        }

        return list.Arguments.Any(other => other.NameEquals?.Name.Identifier.ValueText == "TiedTo")
            ? null
            : Edit.Insert(member.SyntaxTree, list.CloseParenToken.SpanStart, list.Arguments.Count == 0 ? argument : $", {argument}");
    }
}
