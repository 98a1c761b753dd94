using Parameterize.Experiments;
using Spectre.Console;

namespace Parameterize.Tool.Printing;

/// <summary>Moves a bar on the terminal.</summary>
internal sealed class BarProgress(string what, ProgressTask bar) : IProgress<TrialProgress>
{
    public void Report(TrialProgress value)
    {
        bar.Value = 100 * value.Fraction;
        bar.Description = Markup.Escape(FormattableString.Invariant($"{what}: {value.Done} of {value.Total}"));
    }
}
