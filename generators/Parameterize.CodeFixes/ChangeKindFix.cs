using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0009: changes a member's attribute to the one that its shape says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeKindFix)), Shared]
public sealed class ChangeKindFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.KindContradictsShape);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        // Absent where one of the two dimensions is not known.
        if (site.Diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Kind) is not { } kind || site.Member() is not { } member)
        {
            yield break;
        }

        var attribute = member.AttributeLists.SelectMany(list => list.Attributes)
            .FirstOrDefault(candidate => ClassifyFix.Kinds.Any(name => site.Is(candidate, name)));
        if (attribute is not null)
        {
            yield return new Offer($"Change to [{kind}]", DiagnosticIds.KindContradictsShape, [Change(site, attribute, kind)]);
        }
    }

    /// <summary>
    /// The new name, and of the constants those that the new attribute has too: [Unscaled] has none, TiedTo is a readout's.
    /// </summary>
    private static Edit Change(FixSite site, AttributeSyntax attribute, string kind)
    {
        var name = site.AttributeName(attribute.SpanStart, kind);
        var type = site.Model.GetTypeInfo(attribute, site.Cancellation).Type?.ContainingNamespace.GetTypeMembers(kind + "Attribute")
            .FirstOrDefault();
        var arguments = attribute.ArgumentList?.Arguments.ToArray() ?? [];
        var left = arguments
            .Where(argument =>
                argument.NameEquals is { Name.Identifier.ValueText: var constant }
                    && type.SelfAndBases().Any(current => !current.GetMembers(constant).IsEmpty))
            .ToArray();
        return left.Length == arguments.Length && left.Length > 0
            ? Edit.Replace(attribute.Name, name)
            : Edit.Replace(
                attribute, left.Length == 0 ? name : $"{name}({string.Join(", ", left.Select(argument => argument.ToString()))})");
    }
}
