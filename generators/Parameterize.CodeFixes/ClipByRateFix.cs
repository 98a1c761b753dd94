using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Analyzers;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0045: <c>utils.clip_grad_norm_(model.parameters(), 1.0)</c> becomes <c>model.ClipGradNorm(1.0, optimizer)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClipByRateFix)), Shared]
public sealed class ClipByRateFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.PlainClipping);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        var properties = site.Diagnostic.Properties;
        if (site.Node is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments } call
            && properties.GetValueOrDefault(ClippingAnalyzer.ModelProperty) is { } model
            && properties.GetValueOrDefault(ClippingAnalyzer.OptimizerProperty) is { } optimizer)
        {
            var norm = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "max_norm") ?? arguments[1];
            yield return new Offer(
                "Use the generated ClipGradNorm", DiagnosticIds.PlainClipping,
                [Edit.Replace(call, $"{model}ClipGradNorm({norm.Expression}, {optimizer})")]);
        }
    }
}
