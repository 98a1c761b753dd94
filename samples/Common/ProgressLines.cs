using Parameterize.Experiments;
using Spectre.Console;

namespace Parameterize.Samples;

/// <summary>One progress bar per study on a terminal; one line per study, when it is done, in a pipe.</summary>
internal sealed class ProgressLines(ProgressContext? bars, IAnsiConsole console)
{
    public StudyBar Start(string study) => new(study, bars?.AddTask(study), console);

    /// <summary>Runs an action with bars where the output is a terminal.</summary>
    public static T Run<T>(IAnsiConsole console, Func<ProgressLines, T> action) => console.Profile.Capabilities.Interactive
        ? console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => action(new ProgressLines(context, console)))
        : action(new ProgressLines(null, console));
}

/// <summary>The progress of one study.</summary>
internal sealed class StudyBar(string study, ProgressTask? bar, IAnsiConsole console) : IProgress<TrialProgress>, IDisposable
{
    private readonly System.Diagnostics.Stopwatch _watch = System.Diagnostics.Stopwatch.StartNew();
    private int _trials;

    public void Report(TrialProgress value)
    {
        _trials = Math.Max(_trials, value.Total);
        if (bar is not null)
        {
            bar.Value = 100 * value.Fraction;
        }
    }

    public void Dispose()
    {
        if (bar is null)
        {
            console.WriteLine(FormattableString.Invariant($"{study}: {_trials} runs in {_watch.Elapsed.TotalSeconds:F1} s"));
        }
        else
        {
            bar.StopTask();
        }
    }
}
