using System.CommandLine;
using Parameterize.Experiments.Sweeps;
using static TorchSharp.torch;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>The whole sample, in the order of what it prints.</summary>
internal static class Demo
{
    public static RootCommand Command { get; } = SampleCommand.Of(
        "WordEmbeddings",
        "Word vectors learned one mode at a time, on real text, against the closed form of arXiv 2502.09863; at every width alike.",
        "5000 words and widths to 256: hours on two cores.",
        Run,
        SampleOptions.Corpus,
        SampleOptions.Device,
        SampleOptions.Dtype);

    public static int Run(SampleRun run)
    {
        using var store = run.OpenTrials();
        using var task = Task(run);
        run.Say(FormattableString.Invariant($"Read {task.Corpus.Source}: {task.Corpus.Words:N0} words of a vocabulary of {task.Size:N0}."));
        var leading = task.Eigenvalues.Take(10).Select(value => FormattableString.Invariant($"{value:F1}"));
        run.Say($"Leading eigenvalues of M*: {string.Join(", ", leading)}.\n");
        run.Say(WordVectors.Scaling.ToString());
        run.Say("");
        var quiz = AnalogyQuiz.Of(task.Corpus.Vocabulary);
        var runs = Learn(run, store, task, quiz);
        run.Print("Singular values of W against the closed form", Tables.Modes(runs));
        run.Say(Tables.Summary(runs));
        run.Print($"What W's leading directions set against each other, {AnalogyTables.Widest(runs).Name}",
            SubspaceTables.Words(AnalogyTables.Widest(runs)));
        run.Say(SubspaceTables.Summary(runs));
        run.Print($"Nearest words at width {runs[^1].Width}", Tables.Neighbours(runs[^1]));
        var ranks = ClosedForm.ByRank(task, quiz);
        if (quiz.Questions > 0)
        {
            run.Print("Analogies by what has been learned", AnalogyTables.ByRank(ranks, runs));
            run.Print($"Analogies by relation, {AnalogyTables.Widest(runs).Name}",
                AnalogyTables.ByCategory(AnalogyTables.Widest(runs).Answers, quiz));
            run.Print("When relations come: half of the final score among five", SubspaceTables.Acquired(runs));
        }

        run.Say(AnalogyTables.Questions(quiz));
        return run.Finish(Report.Page(runs, task, quiz, ranks));
    }

    /// <summary>The text and its statistics.</summary>
    public static EmbeddingTask Task(SampleRun run)
    {
        // Every core trains a model of its own; and eigenvalues, of which the rate is made, are rounded alike whenever the run goes on.
        set_num_threads(1);
        var corpus = run.ReadText(run.Pick(1_500_000, 12_000_000, 20_000_000));
        return new EmbeddingTask(WordCorpus.Of(corpus, run.Pick(150, 1000, 5000)), run.Placement);
    }

    /// <summary>Two runs at each width, side by side: on the expected loss, and on batches.</summary>
    public static IReadOnlyList<Learning> Learn(SampleRun run, ResultStore store, EmbeddingTask task, AnalogyQuiz quiz)
    {
        var widths = run.Pick<long[]>([64, 128], [64, 128], [64, 128, 256]);
        LearningTrial[] plan =
        [
            .. from batch in new int?[] { null, run.Pick(5_000, 100_000, 50_000) }
               from width in widths
               select new LearningTrial(task, quiz, width, run.Pick(5, 10, 10), batch, Seed: 0),
        ];
        var done = new double[plan.Length];
        return StudyProgress.Of(run, "training at each width", progress =>
        {
            var results = TrialRun.Of(store, plan, trial => trial.Id, Train, run.Placement.Workers, progress, run.Cancellation);
            return results.Select(result => Learning.Of(result, task, quiz)).ToArray();

            TrialResult Train(LearningTrial trial, CancellationToken token) => trial.Run(
                part =>
                {
                    done[Array.IndexOf(plan, trial)] = part;
                    progress.Report(done.Average());
                },
                token);
        });
    }
}
