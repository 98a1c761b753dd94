using Parameterize.Experiments.Statistics;
using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;
using static TorchSharp.torch;

namespace Parameterize.Samples.RandomFeatures;

/// <summary>The annotated model at one number of samples, width and ridge: measured over seeds, and what the theory says of it.</summary>
internal sealed record TextPoint(int Samples, int Width, RandomFeaturePrediction Predicted, Summary Test, Summary Train)
{
    /// <summary>(mean measured - predicted) / predicted test error.</summary>
    public double Deviation => Test.Mean / Predicted.TestError - 1;
}

/// <summary>The annotated model with its frozen layer, on real text, over widths: one ridge serves them all.</summary>
internal static class TextStudy
{
    private static readonly double[] Ridges = [1, 10, 100];

    public static IReadOnlyList<TextPoint> Run(TextPool pool, SampleRun run, ResultStore store, StudyProgress progress)
    {
        var samples = run.Pick<int[]>([32], [64, 256], [64, 256, 1024]);
        var widths = run.Pick<int[]>([16, 64], [16, 64, 256, 1024], [16, 64, 256, 1024, 4096]);
        var seeds = run.Pick(10, 20, 45);
        var plan =
            (from n in samples from width in widths from seed in Enumerable.Range(0, seeds) select new Trial(n, width, seed)).ToArray();
        var results = TrialRun.Of(store, plan, Id, (trial, _) => Fit(trial), Environment.ProcessorCount, progress, run.Cancellation);
        return
        [
            .. from size in plan.Zip(results).GroupBy(pair => (pair.First.Samples, pair.First.Width))
               from index in Enumerable.Range(0, Ridges.Length)
               select new TextPoint(
                   size.Key.Samples,
                   size.Key.Width,
                   RandomFeatureTheory.Predict(pool.Problem, size.Key.Samples, size.Key.Width, Ridges[index]),
                   Summary.Of(size.Select(pair => pair.Second.Series["test"][index])),
                   Summary.Of(size.Select(pair => pair.Second.Series["train"][index]))),
        ];

        string Id(Trial trial) => TrialId.Of(
            "text", ("source", pool.Source), ("pool", pool.Size), ("n", trial.Samples), ("k", trial.Width), ("seed", trial.Seed));

        TrialResult Fit(Trial trial)
        {
            var errors = Ridges.Select(ridge => Errors(pool, trial, ridge)).ToArray();
            return new TrialResult(Id(trial))
                .With("n", trial.Samples)
                .With("k", trial.Width)
                .WithSeries("ridge", Ridges)
                .WithSeries("test", errors.Select(error => error.Test))
                .WithSeries("train", errors.Select(error => error.Train));
        }
    }

    private static RidgeErrors Errors(TextPool pool, Trial trial, double ridge)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        using var model = SeededModels.Build(trial.Seed, () => new FrozenFeatures(pool.Inputs.shape[1], trial.Width));
        using var generator = new Generator((ulong)trial.Seed);
        var chosen = randint(0, pool.Size, [trial.Samples], dtype: ScalarType.Int64, generator: generator);
        model.FitRidge(pool.Inputs[chosen], pool.Targets[chosen], ridge);
        var squares = (model.call(pool.Inputs) - pool.Targets).square().squeeze(1);

        // The pool is the population: a fresh sample may well be one that was seen, and the theory counts it.
        return new RidgeErrors(ridge, squares.mean().item<double>(), squares[chosen].mean().item<double>());
    }

    private sealed record Trial(int Samples, int Width, int Seed);
}
