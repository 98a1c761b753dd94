using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Parsing;

namespace Parameterize.Generators.Analyzers;

/// <summary>Says what is wrong with an annotated class: the findings of the same reading that the generator makes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer() : SourceAnalyzer(
    Descriptors.NotPartial,
    Descriptors.NotAModule,
    Descriptors.RichnessOutOfRange,
    Descriptors.BaseWidthNotPositive,
    Descriptors.BaseWidthMissing,
    Descriptors.GammaNotPositive,
    Descriptors.NoWidth,
    Descriptors.Unclassified,
    Descriptors.KindContradictsShape,
    Descriptors.UnknownModule,
    Descriptors.AmbiguousWidth,
    Descriptors.ParameterType,
    Descriptors.NameTaken,
    Descriptors.InvalidConstant,
    Descriptors.LanguageVersion,
    Descriptors.DialGivenTwice,
    Descriptors.SeveralKinds,
    Descriptors.NestedDisagrees,
    Descriptors.HeadsWiden,
    Descriptors.UnstableExponents,
    Descriptors.UnfaithfulInit,
    Descriptors.TrivialExponents,
    Descriptors.UselessUpdate,
    Descriptors.NotMaximal)
{
    private protected override void Register(AnalysisContext context) => context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        if (context.Symbol is not INamedTypeSymbol type || type.Attribute(WellKnownNames.ParameterizeAttribute) is not { } attribute)
        {
            return;
        }

        foreach (var finding in ModelReader.Read(type, attribute, context.Compilation, context.CancellationToken).Findings.Distinct())
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }
    }
}
