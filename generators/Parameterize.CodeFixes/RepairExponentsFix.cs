using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Checks;
using Parameterize.Generators.Diagnostics;
using Parameterize.Scaling.Algebra;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0040 to PMZ0044: writes the exponents that restore what fails into the member's own [Exponents].</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepairExponentsFix)), Shared]
public sealed class RepairExponentsFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        DiagnosticIds.UnstableExponents,
        DiagnosticIds.UnfaithfulInit,
        DiagnosticIds.TrivialExponents,
        DiagnosticIds.UselessUpdate,
        DiagnosticIds.NotMaximal);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Repair) is not { } text
            || site.Member()?.AttributeLists.SelectMany(list => list.Attributes)
                .FirstOrDefault(attribute => site.Is(attribute, "Exponents"))
                is not { ArgumentList: { } arguments })
        {
            yield break;
        }

        var repairs = RepairText.Read(text);
        var edits = Edits(arguments, repairs).ToArray();
        if (edits.Length > 0)
        {
            var title = $"Change {string.Join(" and ", repairs.Select(repair => $"{repair.Name} to {repair.Value}"))}";
            yield return new Offer(title, nameof(RepairExponentsFix), edits);
        }
    }

    private static IEnumerable<Edit> Edits(AttributeArgumentListSyntax list, IReadOnlyList<(string Name, Rational Value)> repairs)
    {
        var rates = repairs.Where(repair => repair.Name != "b").ToArray();
        if (repairs.FirstOrDefault(repair => repair.Name == "b") is { Name: "b" } init && Given("b", 1) is { } own)
        {
            yield return Edit.Replace(own.Expression, Number(init.Value));
        }

        // One c for both families stays one, where both are to change and neither has its own.
        if (rates.Length == 2 && Given("c", 2) is { } both && rates.All(rate => Named(rate.Name) is null))
        {
            yield return Edit.Replace(both.Expression, Number(rates[0].Value));
            yield break;
        }

        foreach (var rate in rates)
        {
            yield return Named(rate.Name) is { } rateOfOne
                ? Edit.Replace(rateOfOne.Expression, Number(rate.Value))
                : Edit.Insert(list.SyntaxTree, list.Arguments.Last().Span.End, $", {rate.Name} = {Number(rate.Value)}");
        }

        // By its place or, in any place, by its name.
        AttributeArgumentSyntax? Given(string parameter, int position) =>
            list.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter)
            ?? list.Arguments.ElementAtOrDefault(position) switch { { NameColon: null, NameEquals: null } argument => argument, _ => null };

        AttributeArgumentSyntax? Named(string name) =>
            list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
    }

    /// <summary>A decimal where it is exact and short, else a quotient: <c>0.5</c>, <c>1.0 / 3</c>.</summary>
    private static string Number(Rational value) => 64 % value.Denominator == 0
        ? value.ToDouble().ToString("R", CultureInfo.InvariantCulture)
        : string.Format(CultureInfo.InvariantCulture, "{0}.0 / {1}", value.Numerator, value.Denominator);
}
