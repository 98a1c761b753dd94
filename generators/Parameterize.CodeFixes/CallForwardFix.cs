using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Analyzers;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0015: <c>_mix.call(x)</c> becomes <c>Mix(x)</c>, and <c>_layers[i].call(x)</c> becomes <c>Layers(i, x)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallForwardFix)), Shared]
public sealed class CallForwardFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.MultiplierBypassed);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var layer } } call
            || site.Diagnostic.Properties.GetValueOrDefault(DirectCallAnalyzer.ForwardProperty) is not { } forward)
        {
            yield break;
        }

        var (member, index) = Unwrap(layer) is ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } indices } element
            ? (Unwrap(element.Expression), indices[0])
            : (Unwrap(layer), null);
        if (Owner(member) is { } owner && IsReachable(site, call, forward) && !IsFromEnd(index))
        {
            var arguments = (index is null ? [] : new[] { index }).Concat(call.ArgumentList.Arguments);
            var text = $"{owner}{forward}({string.Join(", ", arguments.Select(argument => argument.ToString()))})";
            yield return new Offer("Call the generated forward method", DiagnosticIds.MultiplierBypassed, [Edit.Replace(call, text)]);
        }
    }

    private static ExpressionSyntax Unwrap(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Unwrap(parenthesized.Expression),
        PostfixUnaryExpressionSyntax { OperatorToken.Text: "!" } forgiven => Unwrap(forgiven.Operand),
        _ => expression,
    };

    /// <summary>What stands before the member: nothing, or another instance; null when the layer is not named there at all.</summary>
    private static string? Owner(ExpressionSyntax member) => member switch
    {
        IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => "",
        MemberAccessExpressionSyntax access => access.Expression + ".",
        _ => null,
    };

    /// <summary>Whether the generated member, which is private, can be called there; a local of the layer's name hides nothing.</summary>
    private static bool IsReachable(FixSite site, InvocationExpressionSyntax call, string forward) =>
        site.Model.LookupSymbols(call.SpanStart, name: forward).OfType<IMethodSymbol>().Any()
        && site.Model.GetSymbolInfo(call, site.Cancellation).Symbol is not null
        && call.Expression is MemberAccessExpressionSyntax { Expression: var layer }
        && site.Model.GetSymbolInfo(layer, site.Cancellation).Symbol is not ILocalSymbol;

    private static bool IsFromEnd(ArgumentSyntax? index) => index?.Expression is PrefixUnaryExpressionSyntax { OperatorToken.Text: "^" };
}
