namespace Parameterize.Experiments.Sweeps;

/// <summary>Says that numbers are those of an earlier run.</summary>
internal static class ResultReuse
{
    /// <summary>As <c>15 of 15 reused from trials.jsonl, made by the same build; delete it to run anew</c>.</summary>
    public static string InWords(int reused, int total, string path) =>
        FormattableString.Invariant($"{reused} of {total} reused from {path}, made by the same build; delete it to run anew");
}
