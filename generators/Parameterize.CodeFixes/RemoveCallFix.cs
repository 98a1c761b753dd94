using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0013, PMZ0024: removes a second call of InitializeParameters, and one of RegisterComponents that comes too early.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveCallFix)), Shared]
public sealed class RemoveCallFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        DiagnosticIds.InitializedTwice, DiagnosticIds.RegisteredTooEarly);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        // A statement that is the whole body of an if cannot go without its if.
        if (site.Node is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement }
            && statement.Parent is BlockSyntax or SwitchSectionSyntax)
        {
            // With the comment behind it, which speaks of the call.
            var edit = Edit.Delete(statement.SyntaxTree, site.Text.WholeLines(statement)) with { DropsComments = true };
            yield return new Offer("Remove the call", site.Diagnostic.Id, [edit]);
        }
    }
}
