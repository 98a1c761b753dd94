using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0014, PMZ0036: moves InitializeParameters behind the last assignment, and behind the draws.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveInitializationFix)), Shared]
public sealed class MoveInitializationFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(DiagnosticIds.InitializedTooEarly, DiagnosticIds.InitNotScaled);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Node.FirstAncestorOrSelf<ConstructorDeclarationSyntax>()?.Body is not { } body)
        {
            yield break;
        }

        var calls = body.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsInitialization).ToArray();
        if (calls.Length == 1 && calls[0].Parent is ExpressionStatementSyntax statement && statement.Parent == body
            && statement.SpanStart < site.Node.SpanStart)
        {
            var lines = site.Text.WholeLines(statement);
            var moved = site.Text.ToString(TextSpan.FromBounds(statement.SpanStart, lines.End)).TrimEnd();
            Edit[] edits = [Edit.Delete(statement.SyntaxTree, lines), site.Append(body, moved)];
            yield return new Offer("Call InitializeParameters last", DiagnosticIds.InitializedTooEarly, edits);
        }
    }

    private static bool IsInitialization(InvocationExpressionSyntax call) => call.Expression switch
    {
        IdentifierNameSyntax name => IsItsName(name),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => IsItsName(name),
        _ => false,
    };

    private static bool IsItsName(SimpleNameSyntax name) => name.Identifier.ValueText == MemberNameList.InitializeParameters;
}
