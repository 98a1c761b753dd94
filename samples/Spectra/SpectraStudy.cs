using System.Collections.Immutable;
using Parameterize.Experiments.Corpora;
using Parameterize.Experiments.Statistics;
using Parameterize.Experiments.Sweeps;
using Parameterize.Samples.RandomFeatures;
using Parameterize.Samples.Spectra.Pictures;
using static TorchSharp.torch;

namespace Parameterize.Samples.Spectra;

/// <summary>Regression on so many pictures at one ridge, over draws of them, beside the theory.</summary>
/// <param name="Samples">n, how many are learned from.</param>
/// <param name="Ridge">What is added to the kernel's diagonal.</param>
/// <param name="Test">Error on the others.</param>
/// <param name="Train">Error on those.</param>
/// <param name="Accuracy">The part of the others that is told.</param>
/// <param name="Predicted">The theory's errors: the test error is that on all pictures, learned ones included.</param>
/// <param name="All">N, how many pictures there are.</param>
internal sealed record RidgePoint(
    int Samples, double Ridge, Summary Test, Summary Train, Summary Accuracy, RandomFeaturePrediction Predicted, int All)
{
    /// <summary>The theory's error on the pictures that are not learned from.</summary>
    public double PredictedTest => (All * Predicted.TestError - Samples * Predicted.TrainError) / (All - Samples);

    /// <summary>Measured over predicted test error, minus 1.</summary>
    public double Deviation => Test.Mean / PredictedTest - 1;

    /// <summary>Train over test error.</summary>
    public double Fit => Train.Mean / Test.Mean;
}

/// <summary>What was measured.</summary>
internal sealed record SpectraResults(PictureSet Pictures, long Channels, int Draws, Spectrum Spectrum, IReadOnlyList<RidgePoint> Points)
{
    /// <summary>By number of samples, rising.</summary>
    public IEnumerable<IGrouping<int, RidgePoint>> BySamples => Points.GroupBy(point => point.Samples);
}

/// <summary>The spectrum of a tangent kernel on pictures, and what regression with it does (Simon et al., arXiv 2311.14646).</summary>
internal static class SpectraStudy
{
    public static SpectraResults Run(SampleRun run, ResultStore store, PictureSet pictures)
    {
        var (channels, draws) = (run.Pick(16L, 64L, 128L), run.Pick(1, 2, 4));
        using var targets = pictures.Targets();
        var task = TrialId.Of(
            "spectra",
            ("pictures", pictures.Source), ("count", pictures.Count), ("channels", channels), ("draws", draws));
        var kernel = new Lazy<Tensor>(() => StudyProgress.Of(run, "the tangent kernel", progress =>
        {
            using var inputs = pictures.Inputs();
            return PictureKernel.Of(inputs, channels, draws, progress.Report, run.Cancellation);
        }));
        try
        {
            var spectrum = Spectrum.From(StudyProgress.Of(run, "its spectrum", progress => TrialRun.Of(
                store, [task], id => id, (id, _) => Spectrum.Of(kernel.Value, targets).Add(new TrialResult(id)), 1, progress,
                run.Cancellation))[0]);
            return new SpectraResults(pictures, channels, draws, spectrum, Regressions(run, store, task, kernel, targets, spectrum));
        }
        finally
        {
            if (kernel.IsValueCreated)
            {
                kernel.Value.Dispose();
            }
        }
    }

    private static IReadOnlyList<RidgePoint> Regressions(
        SampleRun run, ResultStore store, string task, Lazy<Tensor> kernel, Tensor targets, Spectrum spectrum)
    {
        // In units of the kernel's own size, from next to nothing to more than there is.
        var scale = spectrum.Eigenvalues.Sum();
        double[] ridges = [.. Enumerable.Range(0, run.Pick(7, 15, 29)).Select(step =>
            scale * Math.Pow(10, -5 + 6.0 * step / (run.Pick(7, 15, 29) - 1)))];
        (int Samples, int Seed)[] plan =
        [
            .. from samples in run.Pick<int[]>([40, 80], [64, 128, 256, 512], [64, 128, 256, 512, 1024])
               from seed in Enumerable.Range(0, run.Pick(4, 8, 20))
               select (samples, seed),
        ];
        var results = StudyProgress.Of(run, "regression on some of the pictures", progress => TrialRun.Of(
            store, plan, Id, (trial, _) => Learn(trial), 1, progress, run.Cancellation));
        var problem = spectrum.Problem;
        return
        [
            .. from samples in plan.Zip(results).GroupBy(trial => trial.First.Samples, trial => trial.Second)
               from ridge in ridges.Index()
               select new RidgePoint(
                   samples.Key,
                   ridge.Item,
                   Over(samples, "test", ridge.Index),
                   Over(samples, "train", ridge.Index),
                   Over(samples, "accuracy", ridge.Index),
                   RandomFeatureTheory.Predict(problem, samples.Key, double.PositiveInfinity, ridge.Item),
                   (int)targets.shape[0]),
        ];

        string Id((int Samples, int Seed) trial) =>
            FormattableString.Invariant($"{task}/samples={trial.Samples}/ridges={ridges.Length}/seed={trial.Seed}");

        TrialResult Learn((int Samples, int Seed) trial)
        {
            var errors = RegressionErrors.Of(kernel.Value, targets, Chosen((int)targets.shape[0], trial.Samples, trial.Seed), ridges);
            return new TrialResult(Id(trial)).With("samples", trial.Samples).With("seed", trial.Seed)
                .WithSeries("test", errors.Select(error => error.Test))
                .WithSeries("train", errors.Select(error => error.Train))
                .WithSeries("accuracy", errors.Select(error => error.Accuracy));
        }

        static Summary Over(IEnumerable<TrialResult> trials, string series, int ridge) =>
            Summary.Of(trials.Select(trial => trial.Series[series][ridge]));
    }

    // Some of all, without repetition, by a seed.
    private static ImmutableArray<long> Chosen(int count, int samples, int seed)
    {
        var random = SplitMix.For(seed, stream: 0, 0);
        var order = Enumerable.Range(0, count).Select(picture => (long)picture).ToArray();
        for (var place = 0; place < samples; place++)
        {
            var other = place + (int)random.Below(count - place);
            (order[place], order[other]) = (order[other], order[place]);
        }

        return [.. order.Take(samples)];
    }
}
