using Parameterize.Experiments.Statistics;

namespace Parameterize.Experiments.Sweeps;

/// <summary>One training run of a learning-rate sweep, and how its result is written and read.</summary>
/// <param name="Parametrization">How the model is parametrized, in the user's words.</param>
/// <param name="Width">The model's width.</param>
/// <param name="Rate">The base learning rate.</param>
/// <param name="Seed">The seed of init and batches.</param>
public sealed record TransferTrial(string Parametrization, long Width, double Rate, int Seed)
{
    private static readonly string[] Settings = ["parametrization", "width", "rate", "seed"];

    /// <summary>The experiment's name, with which the id begins.</summary>
    public string Experiment { get; init; } = "transfer";

    /// <summary>Where it trains, and in which element type.</summary>
    public Placement Placement { get; init; } = Placement.AsBuilt;

    /// <summary>A stable name, by which results of an earlier run are found.</summary>
    public string Id => Placement.Keyed(
        TrialId.Of(Experiment, ("parametrization", Parametrization), ("width", Width), ("rate", Rate), ("seed", Seed)));

    /// <summary>The line that is written of it.</summary>
    /// <param name="loss">What it found, NaN if it diverged.</param>
    public TrialResult Result(double loss) => Placement.Described(new TrialResult(Id)
        .With("parametrization", Parametrization)
        .With("width", Width)
        .With("rate", Rate)
        .With("seed", Seed)
        .WithNumber("loss", loss));

    /// <summary>Whether a result is one that <see cref="Result"/> wrote.</summary>
    public static bool Wrote(TrialResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Settings.All(result.Settings.ContainsKey) && result.Numbers.ContainsKey("loss");
    }

    /// <summary>
    /// The curves of each parametrization, and of each placement if there are several, in the order of their first results.
    /// </summary>
    /// <param name="results">What <see cref="Result"/> wrote, in any order.</param>
    /// <exception cref="KeyNotFoundException">A result is none of these.</exception>
    public static IReadOnlyList<(string Parametrization, SweepCurves Curves)> Curves(IEnumerable<TrialResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var groups = results.GroupBy(result => (Parametrization: result.Settings["parametrization"], Place: PlacementSettings.Of(result)))
            .ToArray();
        var areSeveral = groups.DistinctBy(group => group.Key.Place).Count() > 1;
        return [.. groups.Select(group => (Name(group.Key.Parametrization, group.Key.Place), new SweepCurves(group.Select(Point))))];

        string Name(string parametrization, string place) =>
            areSeveral && place.Length > 0 ? $"{parametrization}, {place}" : parametrization;
    }

    private static SweepPoint Point(TrialResult result) => new(
        result.NumericSetting("width"), (int)result.NumericSetting("seed"), result.NumericSetting("rate"), result.Numbers["loss"]);
}
