namespace Parameterize.Experiments.Sweeps;

/// <summary>Refuses a sweep whose numbers cannot be trained with: before anything runs, and by the name of the property.</summary>
internal static class SweepSizes
{
    /// <exception cref="InvalidOperationException">One of its numbers cannot be; the message says which and what it is to be.</exception>
    public static void Require(TransferExperiment experiment)
    {
        var name = experiment.GetType().Name;
        Require(experiment.Widths.Count > 0, $"{name}.Widths", "is empty: give at least one width, and two to see what moves");
        foreach (var width in experiment.Widths)
        {
            Require(width > 0, $"{name}.Widths", FormattableString.Invariant($"has {width}: a width is 1 or more"));
        }

        Require(experiment.Rates.Count > 0, $"{name}.Rates", "is empty: give the base learning rates to try");
        foreach (var rate in experiment.Rates)
        {
            var reason = FormattableString.Invariant($"has {rate}: a base learning rate is a finite number greater than 0");
            Require(double.IsFinite(rate) && rate > 0, $"{name}.Rates", reason);
        }

        Require(experiment.Seeds > 0, $"{name}.Seeds", FormattableString.Invariant($"is {experiment.Seeds}: give 1 or more"));
        Require(experiment.Steps > 0, $"{name}.Steps", FormattableString.Invariant($"is {experiment.Steps}: give 1 or more"));
        Require(experiment.LastSteps > 0, $"{name}.LastSteps", FormattableString.Invariant($"is {experiment.LastSteps}: give 1 or more"));
    }

    private static void Require(bool holds, string what, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{what} {otherwise}.");
        }
    }
}
