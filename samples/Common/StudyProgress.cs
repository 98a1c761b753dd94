using System.Diagnostics;
using Parameterize.Experiments;
using Spectre.Console;

namespace Parameterize.Samples;

/// <summary>The progress of studies: a bar each on a terminal; a line each, when it is done, in a pipe.</summary>
internal sealed class StudyProgress : IProgress<TrialProgress>
{
    private readonly ProgressTask? bar;
    private int trials;

    private StudyProgress(ProgressTask? bar) => this.bar = bar;

    /// <summary>Runs one study under its own bar.</summary>
    public static T Of<T>(SampleRun run, string study, Func<StudyProgress, T> action)
    {
        if (run.Console.Profile.Capabilities.Interactive)
        {
            return run.Console.Progress()
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context => action(new StudyProgress(context.AddTask(Markup.Escape(study)))));
        }

        var watch = Stopwatch.StartNew();
        var progress = new StudyProgress(null);
        var result = action(progress);
        run.Console.WriteLine(FormattableString.Invariant($"{study}: {progress.trials} runs in {watch.Elapsed.TotalSeconds:F1} s"));
        return result;
    }

    /// <inheritdoc/>
    public void Report(TrialProgress value)
    {
        trials = Math.Max(trials, value.Total);
        Report(value.Fraction);
    }

    /// <summary>For a study of few long trials: the part of all that is done, 0 to 1.</summary>
    public void Report(double fraction)
    {
        if (bar is not null) bar.Value = Math.Max(bar.Value, 100 * fraction);
    }
}
