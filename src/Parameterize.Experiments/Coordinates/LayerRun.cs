namespace Parameterize.Experiments.Coordinates;

/// <summary>What one layer did in one run.</summary>
/// <param name="AtInit">How large it was at initialization.</param>
/// <param name="Changes">
/// How much it had changed after each step, or after the last alone. NaN after steps that were not taken, since the loss was not finite.
/// </param>
internal readonly record struct LayerRun(double AtInit, IReadOnlyList<double> Changes)
{
    /// <summary>How much it had changed in the end.</summary>
    public double Change => Changes[^1];
}
