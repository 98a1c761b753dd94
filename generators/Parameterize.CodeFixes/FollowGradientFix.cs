using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Analyzers;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0047: <c>weight_decay = 0.1 * group.WeightDecay</c> becomes <c>weight_decay = 0.1 * group.CoupledDecay</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FollowGradientFix)), Shared]
public sealed class FollowGradientFix : TextFix
{
    private const string Decoupled = "WeightDecay";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.CoupledDecay);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        var reads = site.Node.DescendantNodesAndSelf()
            .OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Name.Identifier.ValueText == Decoupled)
            .ToArray();
        if (reads.Length == 1)
        {
            yield return new Offer(
                "Multiply by the group's CoupledDecay", DiagnosticIds.CoupledDecay,
                [Edit.Replace(reads[0].Name, CoupledDecayAnalyzer.Factor)]);
        }
    }
}
