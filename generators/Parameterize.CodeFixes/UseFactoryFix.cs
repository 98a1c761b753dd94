using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Analyzers;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0016: <c>optim.AdamW(model.parameters(), lr: 1e-3)</c> becomes <c>model.AdamW(lr: 1e-3)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseFactoryFix)), Shared]
public sealed class UseFactoryFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.PlainOptimizer);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        var properties = site.Diagnostic.Properties;
        if (site.Node is InvocationExpressionSyntax or ObjectCreationExpressionSyntax
            && ArgumentsOf(site.Node) is { } arguments
            && properties.GetValueOrDefault(OptimizerAnalyzer.FactoryProperty) is { } factory
            && int.TryParse(
                properties.GetValueOrDefault(OptimizerAnalyzer.ArgumentProperty), NumberStyles.None, CultureInfo.InvariantCulture,
                out var parameters))
        {
            // The factory's arguments are those of TorchSharp's own, in the same order, without the parameters.
            var rest = arguments.Where((_, index) => index != parameters).Select(argument => argument.ToString());
            var name = factory.Substring(factory.LastIndexOf('.') + 1);
            yield return new Offer(
                $"Use the generated {name}", DiagnosticIds.PlainOptimizer,
                [Edit.Replace(site.Node, $"{factory}({string.Join(", ", rest)})")]);
        }
    }

    private static IEnumerable<ArgumentSyntax>? ArgumentsOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList.Arguments,
        ObjectCreationExpressionSyntax creation => creation.ArgumentList?.Arguments,
        _ => null,
    };
}
