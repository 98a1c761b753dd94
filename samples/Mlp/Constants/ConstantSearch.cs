using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;

namespace Parameterize.Samples.Mlp.Constants;

/// <summary>
/// Tunes the constants at the base width, once for all parametrizations: the rate first, then one constant after the other, twice around,
/// each by factors of two. Seeds are others than those of the comparison.
/// </summary>
internal sealed class ConstantSearch(SampleRun run, ResultStore store, TextTask text, int steps)
{
    private const long Width = 64;
    private const int FirstSeed = 100;
    private readonly int _seeds = run.Pick(1, 3, 3);
    private readonly int _rounds = run.Pick(1, 2, 2);
    private readonly int _reach = run.Pick(1, 2, 2);
    private readonly int _last = Math.Max(1, steps / 4);

    /// <summary>What is best, and the loss with it and without.</summary>
    public FoundConstants Run() => StudyProgress.Of(run, "constants of the base model", progress =>
    {
        var (least, most) = run.Pick((-8, -7), (-10, -5), (-10, -5));
        var exponent = Enumerable.Range(least, most - least + 1)
            .Zip(Losses([.. Enumerable.Range(least, most - least + 1).Select(octaves => (octaves, LayerConstants.One))], progress))
            .MinBy(pair => pair.Second);
        var best = (Constants: LayerConstants.One, Loss: exponent.Second);
        foreach (var index in Enumerable.Range(0, _rounds).SelectMany(_ => Enumerable.Range(0, LayerConstants.Names.Count)))
        {
            LayerConstants[] near = [.. Enumerable.Range(-_reach, 2 * _reach + 1)
                .Select(away => best.Constants.With(index, best.Constants.Octaves[index] + away))];
            best = near.Zip(Losses([.. near.Select(constants => (exponent.First, constants))], progress)).MinBy(pair => pair.Second);
        }

        return new FoundConstants(best.Constants, exponent.Second, best.Loss);
    });

    /// <summary>The mean loss of the last steps with each; infinite where it diverges.</summary>
    private IEnumerable<double> Losses(IReadOnlyList<(int Rate, LayerConstants Constants)> tried, StudyProgress progress)
    {
        (int Rate, LayerConstants Constants, int Seed)[] plan =
            [.. from one in tried from seed in Enumerable.Range(FirstSeed, _seeds) select (one.Rate, one.Constants, seed)];
        return TrialRun.Of(store, plan, Id, Train, run.Placement.Workers, progress, run.Cancellation)
            .Select(result => result.Numbers["loss"])
            .Chunk(_seeds)
            .Select(losses => losses.All(double.IsFinite) ? losses.Average() : double.PositiveInfinity);
    }

    private string Id((int Rate, LayerConstants Constants, int Seed) one) => run.Placement.Keyed(TrialId.Of(
        "constants", ("task", text.Name), ("steps", steps), ("rate", one.Rate), ("octaves", one.Constants), ("seed", one.Seed)));

    private TrialResult Train((int Rate, LayerConstants Constants, int Seed) one, CancellationToken cancellation)
    {
        using var model = run.Placement.Build(one.Seed, () => one.Constants.Initialized(
            Baseline.Of(() => new CharacterMlp(text.Vocabulary, text.Window, Width, Richness.MaximalUpdate))));
        using var optimizer = one.Constants.Adam(model, model.ParameterGroups(OptimizerFamily.AdamLike), Math.Pow(2, one.Rate));
        var losses = TrainingLoop.Run(model, optimizer, run.Placement.Of(text.Training), one.Seed, steps, cancellation);
        var loss = losses.Count == steps ? losses.TakeLast(_last).Average() : double.NaN;
        return run.Placement.Described(new TrialResult(Id(one)).WithNumber("loss", loss));
    }
}

/// <summary>What a search has found.</summary>
/// <param name="Constants">The constants.</param>
/// <param name="Before">The loss at the best rate with every factor 1.</param>
/// <param name="After">The loss with the constants, at the same rate.</param>
internal sealed record FoundConstants(LayerConstants Constants, double Before, double After);
