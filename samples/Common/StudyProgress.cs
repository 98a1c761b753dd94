using System.Diagnostics;
using Parameterize.Experiments.Sweeps;
using Parameterize.Printing;

namespace Parameterize.Samples;

/// <summary>The progress of studies: a bar each on a terminal; a line each, when it is done, where nobody watches.</summary>
public sealed class StudyProgress : IProgress<TrialProgress>
{
    private readonly BarProgress? _bar;
    private int _trials;

    private StudyProgress(BarProgress? bar) => _bar = bar;

    /// <summary>Runs one study under its own bar.</summary>
    public static T Of<T>(SampleRun run, string study, Func<StudyProgress, T> action) => run.Printer.WithProgress(study, bar =>
    {
        var watch = Stopwatch.StartNew();
        var progress = new StudyProgress(bar);
        var result = action(progress);
        if (bar is null)
        {
            run.Say(FormattableString.Invariant($"{study}: {progress._trials} runs in {watch.Elapsed.TotalSeconds:F1} s"));
        }

        return result;
    });

    /// <inheritdoc/>
    public void Report(TrialProgress value)
    {
        _trials = Math.Max(_trials, value.Total);
        _bar?.Report(value);
    }

    /// <summary>For a study of few long trials: the part of all that is done, 0 to 1.</summary>
    public void Report(double fraction) => _bar?.Report(fraction);
}
