using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Analyzers;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>
/// PMZ0015: <c>_mix.call(x)</c> becomes <c>Mix(x)</c>, <c>_mix.call</c> that is handed on becomes <c>Mix</c>, and <c>_layers[i].call(x)</c>
/// becomes
/// <c>Layers(i, x)</c>, in a selection too.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallForwardFix)), Shared]
public sealed class CallForwardFix : TextFix
{
    internal static readonly string[] Indices = ["i", "index", "layerIndex"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.MultiplierBypassed);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Diagnostic.Properties.ContainsKey(DirectCallAnalyzer.OwnProperty))
        {
            if (OfOwn(site) is { } edit)
            {
                yield return new Offer("Call the generated forward method", DiagnosticIds.MultiplierBypassed, [edit]);
            }

            yield break;
        }

        if (site.Node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var layer } } call
            || site.Diagnostic.Properties.GetValueOrDefault(DirectCallAnalyzer.ForwardProperty) is not { } forward)
        {
            yield break;
        }

        if (OfSelection(site, call, layer, forward) is { } edits)
        {
            yield return new Offer("Call the generated forward method", DiagnosticIds.MultiplierBypassed, edits);
            yield break;
        }

        if (LoopCalls.Over(site, call, layer, forward) is { } loop)
        {
            yield return new Offer("Call the generated forward method", DiagnosticIds.MultiplierBypassed, loop);
            yield break;
        }

        var (member, index) = Unwrap(layer) is ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } indices } element
            ? (Unwrap(element.Expression), indices[0])
            : (Unwrap(layer), null);
        if (Owner(member) is { } owner && IsReachable(site, call, forward) && (index is null || Index(site, index.Expression) is not null))
        {
            // The names of TorchSharp's parameters are not those of the generated method.
            var arguments = call.ArgumentList.Arguments.Select(argument => argument.Expression.ToString());
            var all = index is null ? arguments : arguments.Prepend(Index(site, index.Expression)!);
            var text = $"{owner}{forward}({string.Join(", ", all)})";
            yield return new Offer("Call the generated forward method", DiagnosticIds.MultiplierBypassed, [Edit.Replace(call, text)]);
        }
    }

    /// <summary>
    /// A call by another name of the layer, its function that is handed on, its weight and bias in <c>functional.linear</c>, or a
    /// parameter:
    /// the generated member stands for each as it is.
    /// </summary>
    private static Edit? OfOwn(FixSite site)
    {
        var forward = site.Diagnostic.Properties[DirectCallAnalyzer.ForwardProperty]!;
        var isMethod = site.Model.LookupSymbols(site.Node.SpanStart, name: forward).Any(symbol => symbol is IMethodSymbol);
        return site.Node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "forward"
                or "call" }, ArgumentList.Arguments: { Count: 1 } one } call when isMethod =>
                Edit.Replace(call, $"{forward}({one[0].Expression})"),
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "linear" },
                ArgumentList.Arguments: { Count: 3 } all,
            } call
                when isMethod && all.All(argument => argument.NameColon is null) && LayerOf(all[1], "weight") is { } layer
                    && LayerOf(all[2], "bias") == layer =>
                Edit.Replace(call, $"{forward}({all[0].Expression})"),
            InvocationExpressionSyntax => null,
            MemberAccessExpressionSyntax or IdentifierNameSyntax => Edit.Replace(site.Node, forward),
            _ => null,
        };
    }

    /// <summary>As <c>_in</c> in <c>_in.weight</c>; null for anything else.</summary>
    private static string? LayerOf(ArgumentSyntax argument, string tensor) =>
        argument.Expression is MemberAccessExpressionSyntax access && access.Name.Identifier.ValueText == tensor
            ? access.Expression.ToString()
            : null;

    /// <summary>
    /// <c>_convs.Select(conv => conv.call(x))</c> becomes <c>_convs.Select((_, i) => Convs(i, x))</c>, and one that has an index keeps it;
    /// null for
    /// anything else.
    /// </summary>
    private static IReadOnlyList<Edit>? OfSelection(FixSite site, InvocationExpressionSyntax call, ExpressionSyntax layer, string forward)
    {
        if (layer is not IdentifierNameSyntax element
            || call.FirstAncestorOrSelf<LambdaExpressionSyntax>() is not { } lambda
            || Parameters(lambda) is not { Length: 1 or 2 } parameters
            || parameters[0].Identifier.ValueText != element.Identifier.ValueText
            || lambda.Parent?.Parent?.Parent
                is not InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax selection }
            || selection is not { Name.Identifier.ValueText: "Select", Expression: IdentifierNameSyntax
                or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } })
        {
            return null;
        }

        var isOnlyUse = lambda.Body.DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Count(name => name.Identifier.ValueText == element.Identifier.ValueText) == 1;
        var index = parameters.Length == 2
            ? parameters[1].Identifier.Text
            : Indices.FirstOrDefault(name => site.Model.LookupSymbols(call.SpanStart, name: name).IsEmpty);
        var arguments = call.ArgumentList.Arguments.Select(argument => argument.Expression.ToString());
        var unnamed = isOnlyUse ? "_" : element.Identifier.Text;
        return index is null or "_" || !site.Model.LookupSymbols(call.SpanStart, name: forward).OfType<IMethodSymbol>().Any() ? null :
        [
            parameters.Length == 2
                ? new Edit(lambda.SyntaxTree, parameters[0].Identifier.Span, unnamed)
                : Edit.Replace(Head(lambda), $"({unnamed}, {index})"),
            Edit.Replace(call, $"{forward}({string.Join(", ", arguments.Prepend(index))})"),
        ];
    }

    private static ParameterSyntax[] Parameters(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax { Parameter: var only } => [only],
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: var all } => [.. all],
        _ => [],
    };

    private static SyntaxNode Head(LambdaExpressionSyntax lambda) =>
        lambda is ParenthesizedLambdaExpressionSyntax several ? several.ParameterList : ((SimpleLambdaExpressionSyntax)lambda).Parameter;

    /// <summary>As an int, which an index of an array need not be; null for a place that is counted from the end.</summary>
    private static string? Index(FixSite site, ExpressionSyntax index)
    {
        var type = site.Model.GetTypeInfo(index, site.Cancellation).Type?.SpecialType;
        return type switch
        {
            SpecialType.System_Int32 or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Byte
                or SpecialType.System_SByte or SpecialType.System_Char =>
                index.ToString(),
            SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64 =>
                index is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
                    ? $"(int){index}"
                    : $"(int)({index})",
            _ => null,
        };
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
        && site.Model.GetSymbolInfo(layer, site.Cancellation).Symbol is not (ILocalSymbol or IParameterSymbol);
}
