using System.CommandLine;
using static TorchSharp.torch;

namespace Parameterize.Samples.RandomFeatures;

/// <summary>The whole sample, in the order of what it prints.</summary>
internal static class Demo
{
    public static RootCommand Command { get; } = SampleCommand.Of(
        "RandomFeatures",
        "Random-feature regression, the lazy end of the dial: measured errors against the theory of \"More is better\" (arXiv 2311.14646).",
        "The paper's sizes (10,000 modes, sizes to 10,000, 31 ridges, 45 draws): an hour or more on two cores.",
        Run,
        SampleOptions.Corpus);

    public static int Run(SampleRun run)
    {
        var corpus = run.ReadText();
        using var store = run.OpenTrials();
        set_num_threads(1); // every core is busy with a trial of its own
        var check = RandomFeatureTheory.Predict(RandomFeatureProblem.PowerLaw(400, 1.5, 1.5, 0.3), samples: 120, features: 180, ridge: 0.2);
        run.Say(FormattableString.Invariant(
            $"Check point (n = 120, k = 180, 400 modes, ridge 0.2, noise 0.3): predicted test error {check.TestError:F4}."));

        var synthetic = StudyProgress.Of(
            run, "Gaussian features: draws at each n and k", progress => new SyntheticStudy(run).Run(store, progress, run.Cancellation));
        run.Print("Gaussian features: test error, theory against draws", Tables.Synthetic(synthetic));
        run.Say(Tables.Agreement(synthetic));
        run.Print($"With the ridge tuned, more is better (the other size is {synthetic.Fixed})", Tables.Tuned(synthetic));
        var (samples, features) = synthetic.OverfitSize;
        run.Print(FormattableString.Invariant($"Overfitting is obligatory (n = {samples}, k = {features})"), Tables.Overfit(synthetic));

        using var pool = TextPool.Of(corpus, run.Pick(400, 2000, 4000));
        run.Say(FormattableString.Invariant($"\nReal text: {pool.Source}; {pool.Size} windows, does a vowel follow?"));
        run.Say(FormattableString.Invariant(
            $"Mean square of the target {pool.Power:F3}, of which no kernel can explain {pool.Problem.NoiseVariance:F3}.\n"));
        run.Say(FrozenFeatures.Scaling.ToString());
        var text = StudyProgress.Of(run, "annotated model with a frozen layer", progress => TextStudy.Run(pool, run, store, progress));
        run.Print("The annotated model on text: one ridge at every width", Tables.Text(text));
        return run.Finish(Report.Page(synthetic, text, corpus.Source));
    }
}
