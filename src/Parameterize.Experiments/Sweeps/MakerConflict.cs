namespace Parameterize.Experiments.Sweeps;

/// <summary>Refuses to take results of two makers for one experiment's.</summary>
internal static class MakerConflict
{
    /// <summary>How many results something else made.</summary>
    public static int Count(string madeBy, IReadOnlyList<TrialResult> results) => results.Count(result => result.MadeBy != madeBy);

    /// <summary>Refuses to append to what something else made.</summary>
    public static void Refuse(string path, string madeBy, IReadOnlyList<TrialResult> results)
    {
        if (Count(madeBy, results) is > 0 and var count)
        {
            var other = results.First(result => result.MadeBy != madeBy).MadeBy;
            throw new InvalidDataException(
                FormattableString.Invariant($"{path} holds {count} results that {Said(other)}, and this is {Named(madeBy)}. ") +
                "A changed program makes new results, and they are not mixed with old ones: give another file, or move this one away, " +
                "and all trials run. The file was left as it was; it can still be merged and plotted by itself.");
        }
    }

    /// <summary>Refuses to merge two results of one experiment.</summary>
    public static void Refuse((TrialResult Result, string Path) first, (TrialResult Result, string Path) second)
    {
        if (first.Result.MadeBy != second.Result.MadeBy)
        {
            throw new InvalidDataException(
                $"'{TrialId.ExperimentOf(first.Result.Id)}' has results of two programs: {first.Path} holds some that " +
                $"{Said(first.Result.MadeBy)}, {second.Path} some that {Said(second.Result.MadeBy)}. They do not mix: run all trials by " +
                "one build, or leave the files of the other out.");
        }
    }

    /// <summary>Refuses two results of one trial that differ.</summary>
    public static void RefuseDifference((TrialResult Result, string Path) first, (TrialResult Result, string Path) second)
    {
        if (!first.Result.Equals(second.Result))
        {
            var maker = first.Result.MadeBy.Length == 0
                ? "Neither says what made it: it may be another program, another number of threads"
                : $"Both were made by {first.Result.MadeBy}. So the trial depends on more than its id: another kind of processor";
            throw new InvalidDataException(
                $"Trial '{first.Result.Id}' has two results that differ, in {first.Path} and in {second.Path}. {maker}, a clock, a file " +
                "that changed, or a generator that its id does not seed. Leave one of the two files out.");
        }
    }

    private static string Said(string maker) =>
        maker.Length == 0 ? "do not say what made them (an earlier version wrote none)" : $"were made by {maker}";

    private static string Named(string maker) => maker.Length == 0 ? "a store without a maker" : maker;
}
