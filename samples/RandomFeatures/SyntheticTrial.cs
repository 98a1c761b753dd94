using Parameterize.Experiments.Statistics;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Samples.RandomFeatures;

/// <summary>One draw of Gaussian samples and features, solved for several ridges.</summary>
internal sealed record SyntheticTrial(RandomFeatureProblem Problem, int Samples, int Features, int Seed, IReadOnlyList<double> Ridges)
{
    public string Id => TrialId.Of(
        "gaussian", ("modes", Problem.Modes), ("noise", Problem.NoiseVariance), ("n", Samples), ("k", Features), ("ridges", Ridges.Count),
        ("seed", Seed));

    public TrialResult Run(CancellationToken cancellation)
    {
        var errors = RandomFeatureSimulation.Run(Problem, Samples, Features, Ridges, Seed, cancellation);
        return new TrialResult(Id)
            .With("n", Samples)
            .With("k", Features)
            .WithSeries("ridge", errors.Select(error => error.Ridge))
            .WithSeries("test", errors.Select(error => error.Test))
            .WithSeries("train", errors.Select(error => error.Train));
    }
}

/// <summary>Theory and the mean of several draws, at one size and ridge.</summary>
internal sealed record SyntheticPoint(int Samples, int Features, RandomFeaturePrediction Predicted, Summary Test, Summary Train)
{
    /// <summary>(mean measured - predicted) / predicted test error.</summary>
    public double Deviation => Test.Mean / Predicted.TestError - 1;

    /// <summary>Standard error of <see cref="Deviation"/>.</summary>
    public double DeviationError => Test.StandardError / Predicted.TestError;

    /// <summary>Draws each size with each seed, ridges in parallel order; one point per size and ridge.</summary>
    public static IReadOnlyList<SyntheticPoint> Measure(
        IReadOnlyList<SyntheticTrial> trials, Func<IReadOnlyList<SyntheticTrial>, IReadOnlyList<TrialResult>> run)
    {
        var results = trials.Zip(run(trials));
        return
        [
            .. from size in results.GroupBy(pair => (pair.First.Problem, pair.First.Samples, pair.First.Features))
               from ridge in size.First().First.Ridges.Select((ridge, index) => (Value: ridge, Index: index))
               select new SyntheticPoint(
                   size.Key.Samples,
                   size.Key.Features,
                   RandomFeatureTheory.Predict(size.Key.Problem, size.Key.Samples, size.Key.Features, ridge.Value),
                   Summary.Of(size.Select(pair => pair.Second.Series["test"][ridge.Index])),
                   Summary.Of(size.Select(pair => pair.Second.Series["train"][ridge.Index]))),
        ];
    }
}
