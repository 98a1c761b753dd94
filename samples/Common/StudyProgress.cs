using System.Diagnostics;
using Parameterize.Experiments.Sweeps;
using Parameterize.Printing;

namespace Parameterize.Samples;

/// <summary>The progress of studies: a bar each on a terminal; a line each, when it is done, where nobody watches.</summary>
public sealed class StudyProgress : IProgress<TrialProgress>
{
    private readonly BarProgress? _bar;
    private int _trials;
    private int? _reused;

    private StudyProgress(BarProgress? bar) => _bar = bar;

    /// <summary>Runs one study under its own bar.</summary>
    public static T Of<T>(SampleRun run, string study, Func<StudyProgress, T> action)
    {
        var watch = Stopwatch.StartNew();
        var (result, progress) = run.Printer.WithProgress(study, bar =>
        {
            var told = new StudyProgress(bar);
            return (action(told), told);
        });
        var (reused, trials) = (progress._reused ?? 0, progress._trials);
        if (reused > 0)
        {
            run.Say($"{study}: {run.Reuse(reused, trials)}");
        }

        if (progress._bar is null && reused < trials)
        {
            run.Say(FormattableString.Invariant($"{study}: {trials - reused} runs in {watch.Elapsed.TotalSeconds:F1} s"));
        }

        return result;
    }

    /// <inheritdoc/>
    public void Report(TrialProgress value)
    {
        _trials = Math.Max(_trials, value.Total);
        _reused ??= value.Label.Length == 0 ? value.Done : 0; // what is told before anything has run
        _bar?.Report(value);
    }

    /// <summary>For a study of few long trials: the part of all that is done, 0 to 1.</summary>
    public void Report(double fraction) => _bar?.Report(fraction);
}
