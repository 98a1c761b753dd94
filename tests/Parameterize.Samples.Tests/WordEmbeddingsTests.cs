using Parameterize.Experiments.Sweeps;
using Parameterize.Samples.WordEmbeddings;
using static TorchSharp.torch;

namespace Parameterize.Samples.Tests;

/// <summary>The sample at its smallest size, against the closed form.</summary>
public sealed class WordEmbeddingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parameterize-words-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Modes_follow_the_closed_form_at_every_width()
    {
        var run = new SampleRun(_folder, SampleSize.Tiny);
        using var store = run.OpenTrials();
        using var task = Demo.Task(run);
        var runs = Demo.Learn(run, store, task, AnalogyQuiz.Of(task.Corpus.Vocabulary));

        Assert.Equal([(64, 0), (128, 0), (64, 5000), (128, 5000)], runs.Select(learned => (learned.Width, learned.Batch)));
        Assert.All(runs, learned => Assert.All(Enumerable.Range(0, learned.Modes.Count), mode =>
        {
            // The noise of batches turns modes into their neighbours; the singular values do not see that.
            Assert.InRange(learned.FinalMiss(mode), -0.05, 0.05);
            Assert.InRange(learned.SingularMiss(mode), 0, learned.Batch == 0 ? 0.07 : 0.1);
            Assert.InRange(learned.Miss(mode), 0, learned.Batch == 0 ? 0.05 : 0.15);
            Assert.Equal(Math.Sqrt(task.Eigenvalues[mode]), learned.SingularValues[mode][^1], 0.1 * learned.SingularValues[mode][^1]);
        }));

        // At first a direction of W is any one; once its mode has come it is the eigenvector, and all of them span what these do.
        Assert.All(runs.Where(learned => learned.Batch == 0), learned =>
        {
            Assert.All(learned.Angles, angles => Assert.True(angles[0] > 45, $"{angles[0]} degrees at the start"));
            Assert.All(learned.Angles, angles => Assert.InRange(angles[^1], 0, 10));
            Assert.Equal(learned.Modes.Count, learned.Directions.Count);
            Assert.All(learned.Acquired.Where(relation => relation.IsLearned), relation =>
                Assert.InRange(relation.MeasuredTime / relation.PredictedTime, 0.6, 1.6));
        });
    }

    [Fact]
    public void Batches_have_the_expected_loss_on_average()
    {
        using var task = Demo.Task(new SampleRun(_folder, SampleSize.Tiny));
        using var scope = NewDisposeScope();
        var vectors = randn([task.Size, 8], dtype: ScalarType.Float32, generator: new Generator(5));
        var sampler = task.Pairs(20_000, seed: 3);
        double[] losses = [.. Enumerable.Range(0, 40).Select(step => (double)task.Loss(vectors, sampler.Batch(step)).item<float>())];
        var error = Math.Sqrt(losses.Sum(loss => Math.Pow(loss - losses.Average(), 2)) / (losses.Length * (losses.Length - 1)));

        Assert.InRange(losses.Average() - task.Loss(vectors).item<float>(), -4 * error, 4 * error);
        Assert.InRange(error / losses.Average(), 0, 0.02);
    }

    [Fact]
    public void Analogies_are_answered_by_the_nearest_vector_that_is_not_asked_about()
    {
        // A corner each: singular or plural along the first axis, the word along the others.
        string[] vocabulary = ["file", "files", "key", "keys", "byte", "bytes", "server"];
        using var scope = NewDisposeScope();
        var vectors = tensor([0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, -1, 0.0, 0, 0]).reshape(7, 4);
        var quiz = AnalogyQuiz.Of(vocabulary);
        var score = Assert.Single(quiz.Score(vectors));

        Assert.Equal(("plural", 6, 6), (score.Category, score.Questions, quiz.Questions));
        Assert.Equal(1, score.Right(1));
        Assert.Equal(1, score.Median);
        Assert.Equal(0.25, quiz.Chance(1));

        // Where all vectors are the same, ties count against the answer.
        Assert.Equal(0, AnalogyQuiz.Sum(quiz.Score(ones(7, 4))).Right(3));
    }

    [Fact]
    public void A_relation_comes_when_half_of_its_score_is_there()
    {
        Assert.Equal(2.5, Acquisition.HalfTime([0, 1, 2, 3, 4], [0, 0.1, 0.2, 0.4, 0.6]), 1e-12);
        Assert.Equal(0, Acquisition.HalfTime([0, 1], [0.5, 0.4]));
    }

    [Fact]
    public void Words_of_a_direction_stand_on_the_side_of_their_weight()
    {
        using var scope = NewDisposeScope();
        var result = ModeWords.Add(new TrialResult("t"), tensor([0.1, -0.9, 0.4, 0]).reshape(4, 1), ["a", "b", "c", "d"]);

        Assert.Equal(new ModeWords(1, "b", "c, a"), Assert.Single(ModeWords.Of(result, 1)));
    }

    [Fact]
    public void A_text_without_analogies_is_asked_none() => Assert.Equal(0, AnalogyQuiz.Of(["one", "zebra"]).Questions);
}
