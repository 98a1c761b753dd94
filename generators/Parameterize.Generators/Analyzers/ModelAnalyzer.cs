using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Parameterize.Generators.Caching;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;

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
    Descriptors.RolesClash,
    Descriptors.DerivedFromModel,
    Descriptors.OutOfReach,
    Descriptors.LocalToFile,
    Descriptors.Unreadable,
    Descriptors.InitNotScaled,
    Descriptors.UnstableExponents,
    Descriptors.UnfaithfulInit,
    Descriptors.TrivialExponents,
    Descriptors.UselessUpdate,
    Descriptors.NotMaximal,
    Descriptors.TiedAndLazy,
    Descriptors.TiedToWideDraw)
{
    private protected override void Register(AnalysisContext context) => context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        if (context.Symbol is not INamedTypeSymbol type)
        {
            return;
        }

        if (type.Attribute(WellKnownNames.ParameterizeAttribute) is not { } attribute)
        {
            AnalyzeSubclass(type, context);
            return;
        }

        foreach (var finding in ReadingCache.Read(type, attribute, context.Compilation, context.CancellationToken).Findings)
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }
    }

    /// <summary>A class that is not annotated itself, but derives from one that is, may add whatever has no tensors.</summary>
    private static void AnalyzeSubclass(INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        if (type.SelfAndBases().Skip(1).FirstOrDefault(current => current.Has(WellKnownNames.ParameterizeAttribute)) is { } model
            && LayerMembers.Added(type) is { } layer)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DerivedFromModel, layer.Locations[0], type.Name, model.Name));
        }
    }
}
