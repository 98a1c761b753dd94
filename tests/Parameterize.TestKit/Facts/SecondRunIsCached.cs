using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Parameterize.TestKit.Facts;

/// <summary>Fact: a second run over an equal compilation recomputes nothing that the generator named, and emits nothing.</summary>
public static class SecondRunIsCached
{
    /// <summary>Runs the driver of <paramref name="first"/> again over a clone of its input.</summary>
    public static void Assert(GeneratorOutcome first)
    {
        var second = first.RunAgain(first.Input.Clone());
        var steps = TrackedSteps.Of(second);
        var outputs = TrackedSteps.OutputsOf(second);
        // Without names there is nothing to check, and the check would pass for the worst pipeline.
        if (steps.IsEmpty)
            throw new NotCachedException("No step is tracked: name the steps of the pipeline with WithTrackingName.");

        var bad = Reasons(steps).Where(s => s.Reason is not (Cached or Unchanged))
            .Concat(Reasons(outputs).Where(s => s.Reason is not Cached))
            .GroupBy(s => s)
            .Select(group => FormattableString.Invariant($"  {group.Key.Name}: {group.Key.Reason} ({group.Count()} times)"))
            .ToArray();
        if (bad.Length > 0)
            throw new NotCachedException($"Nothing changed, and yet a second run recomputed:\n{string.Join("\n", bad)}");
    }

    private static IEnumerable<(string Name, IncrementalStepRunReason Reason)> Reasons(
        ImmutableSortedDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> steps) =>
        steps.SelectMany(step => step.Value.SelectMany(run => run.Outputs.Select(output => (step.Key, output.Reason))));
}
