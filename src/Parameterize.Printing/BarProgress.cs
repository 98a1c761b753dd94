using Parameterize.Experiments.Sweeps;
using Spectre.Console;

namespace Parameterize.Printing;

/// <summary>Moves a bar on the terminal; never back, whatever order reports of several threads come in.</summary>
/// <param name="what">What it is the progress of.</param>
/// <param name="bar">The terminal's bar.</param>
public sealed class BarProgress(string what, ProgressTask bar) : IProgress<TrialProgress>
{
    /// <inheritdoc/>
    public void Report(TrialProgress value)
    {
        Report(value.Fraction);
        bar.Description = Markup.Escape(FormattableString.Invariant($"{what}: {value.Done} of {value.Total}"));
    }

    /// <summary>The part that is done, 0 to 1.</summary>
    /// <param name="fraction">That part.</param>
    public void Report(double fraction) => bar.Value = Math.Max(bar.Value, 100 * fraction);
}
