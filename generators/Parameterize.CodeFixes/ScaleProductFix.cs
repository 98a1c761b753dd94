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
/// PMZ0046: <c>(a * b).sum(-1)</c> becomes <c>(a * b).sum(-1) * BareDotScale</c>, and the width that it is over [DotWidth].
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScaleProductFix)), Shared]
public sealed class ScaleProductFix : TextFix
{
    private const string Scale = "BareDotScale";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.DotUnscaled);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Node is not ExpressionSyntax product)
        {
            yield break;
        }

        var marks = site.Diagnostic.Properties.TryGetValue(DotAnalyzer.WidthProperty, out var width) ? Marks(site, width!) : [];
        if (marks.Count > 0 || site.Diagnostic.Properties.ContainsKey(DotAnalyzer.MarkedProperty))
        {
            var scaled = $"{product} * {Scale}";
            yield return new Offer(
                $"Multiply by {Scale}, which is 1 at base width",
                DiagnosticIds.DotUnscaled,
                [Edit.Replace(product, IsAlone(product) ? scaled : $"({scaled})"), .. marks]);
        }
    }

    /// <summary>[Width] becomes [DotWidth], on each constructor that has the width.</summary>
    private static IReadOnlyList<Edit> Marks(FixSite site, string width) => site.Type is not { } type ? [] :
    [
        .. type.DescendantNodes().OfType<ParameterSyntax>()
            .Where(parameter => parameter.Identifier.ValueText == width && parameter.FirstAncestorOrSelf<TypeDeclarationSyntax>() == type)
            .SelectMany(parameter => parameter.AttributeLists)
            .SelectMany(list => list.Attributes)
            .Where(attribute => site.Is(attribute, "Width"))
            .Select(attribute => Edit.Replace(attribute.Name, site.AttributeName(attribute.SpanStart, "DotWidth"))),
    ];

    /// <summary>Whether nothing beside it would take the multiplication apart.</summary>
    private static bool IsAlone(ExpressionSyntax product) =>
        product.Parent is ArrowExpressionClauseSyntax or ReturnStatementSyntax or ArgumentSyntax or EqualsValueClauseSyntax
            or AssignmentExpressionSyntax or ParenthesizedExpressionSyntax;
}
