using Microsoft.CodeAnalysis;

namespace Parameterize.TestKit.Incrementality;

/// <summary>The steps of a pipeline that its author named, and its outputs; without what Roslyn tracks on its own account.</summary>
public static class TrackedSteps
{
    // The compilation is new after every edit, so these say nothing about the generator.
    private static readonly ImmutableHashSet<string> Inputs =
    [
        WellKnownGeneratorInputs.Compilation, WellKnownGeneratorInputs.AdditionalTexts, WellKnownGeneratorInputs.AnalyzerConfigOptions,
        WellKnownGeneratorInputs.MetadataReferences, WellKnownGeneratorInputs.ParseOptions,
        "CompilationOptions", // asked for by ForAttributeWithMetadataName; has no constant
    ];

    /// <summary>Name and executions of each named step, in the order of the names; steps of equal name in two generators are one.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> Of(GeneratorOutcome outcome) =>
        Merge(outcome.Result.Results.SelectMany(r => r.TrackedSteps.Where(step => !IsRoslyns(step.Key))
            .Where(step => !r.TrackedOutputSteps.ContainsKey(step.Key))));

    /// <summary>Executions of each kind of output (<c>SourceOutput</c>, <c>ImplementationSourceOutput</c>, ...).</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> OutputsOf(GeneratorOutcome outcome) =>
        Merge(outcome.Result.Results.SelectMany(r => r.TrackedOutputSteps));

    private static bool IsRoslyns(string name) =>
        Inputs.Contains(name)
        || name.Contains("_ForAttribute", StringComparison.Ordinal); // ForAttributeWithMetadataName names its inner steps so

    private static ImmutableSortedDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> Merge(
        IEnumerable<KeyValuePair<string, ImmutableArray<IncrementalGeneratorRunStep>>> steps) =>
        steps.GroupBy(s => s.Key, s => s.Value, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => g.SelectMany(runs => runs).ToImmutableArray(), StringComparer.Ordinal);
}
