using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0005: writes out the base width that is assumed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveBaseWidthFix)), Shared]
public sealed class GiveBaseWidthFix : TextFix
{
    private const string Argument = "BaseWidth = 64";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.BaseWidthMissing);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        var attribute = site.Type?.AttributeLists
            .SelectMany(list => list.Attributes)
            .FirstOrDefault(candidate => site.Is(candidate, "Parameterize"));
        if (attribute is null)
        {
            yield break;
        }

        var edit = attribute.ArgumentList switch
        {
            null => Edit.Insert(attribute.SyntaxTree, attribute.Span.End, $"({Argument})"),
            { Arguments.Count: 0 } empty => Edit.Insert(attribute.SyntaxTree, empty.OpenParenToken.Span.End, Argument),
            { Arguments: var arguments } => Edit.Insert(attribute.SyntaxTree, arguments.Last().Span.End, $", {Argument}"),
        };
        yield return new Offer("Set BaseWidth = 64", DiagnosticIds.BaseWidthMissing, [edit]);
    }
}
