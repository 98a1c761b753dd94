using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0038: gives InitializeParameters what it asks for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveArgumentsFix)), Shared]
public sealed class GiveArgumentsFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.WrongArguments);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Diagnostic.Properties.TryGetValue(DiagnosticProperties.Arguments, out var arguments)
            && site.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call)
        {
            yield return new Offer(
                $"Write InitializeParameters({arguments})", site.Diagnostic.Id, [Edit.Replace(call.ArgumentList, $"({arguments})")]);
        }
    }
}
