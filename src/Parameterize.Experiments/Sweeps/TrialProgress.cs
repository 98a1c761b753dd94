namespace Parameterize.Experiments.Sweeps;

/// <summary>How far a list of trials has come; reported through <see cref="IProgress{T}"/>.</summary>
/// <param name="Done">Trials finished, those of earlier runs included.</param>
/// <param name="Total">Trials in the plan.</param>
/// <param name="Label">What was just done: a trial's id, or <c>width 256, seed 1</c>.</param>
public readonly record struct TrialProgress(int Done, int Total, string Label)
{
    /// <summary>Part done, 0 to 1; an empty plan is done.</summary>
    public double Fraction => Total == 0 ? 1 : (double)Done / Total;
}
