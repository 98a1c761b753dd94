using Parameterize.Experiments;
using Spectre.Console;

namespace Parameterize.Tool.Printing;

/// <summary>Moves a bar on the terminal; never back, whatever order reports of several threads come in.</summary>
internal sealed class BarProgress(string what, ProgressTask bar) : IProgress<TrialProgress>
{
    public void Report(TrialProgress value)
    {
        Report(value.Fraction);
        bar.Description = Markup.Escape(FormattableString.Invariant($"{what}: {value.Done} of {value.Total}"));
    }

    /// <summary>The part that is done, 0 to 1.</summary>
    public void Report(double fraction) => bar.Value = Math.Max(bar.Value, 100 * fraction);
}
