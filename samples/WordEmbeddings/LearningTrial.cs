using Parameterize.Experiments.Sweeps;
using static TorchSharp.torch;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>One run of training, as a trial.</summary>
/// <param name="Task">The text.</param>
/// <param name="Quiz">What the vectors are asked along the way.</param>
/// <param name="Width">d.</param>
/// <param name="Modes">How many of the leading modes are followed.</param>
/// <param name="Batch">How many pairs of the text, and as many by chance, a step draws; null for the expected loss over all pairs.</param>
/// <param name="Seed">Of W and of the batches.</param>
internal sealed record LearningTrial(EmbeddingTask Task, AnalogyQuiz Quiz, long Width, int Modes, int? Batch, int Seed)
{
    private const int Records = 80;
    private const int RecordsBetweenQuizzes = 2;

    // Rate times the leading eigenvalue: small, so that descent follows the flow, and so that the noise of batches averages out.
    private const double Stiffness = 0.01;
    private const double StiffnessOfBatches = 0.005;

    public string Id { get; } = Task.Placement.Keyed(TrialId.Of(
        "modes of word vectors",
        ("source", Task.Corpus.Source),
        ("words", Task.Corpus.Words),
        ("v", Task.Size),
        ("width", Width),
        ("modes", Modes),
        ("questions", Quiz.Questions),
        ("batch", Batch is { } pairs ? pairs : "all"),
        ("seed", Seed)));

    /// <summary>Trains until well after the last of the modes has come.</summary>
    /// <param name="progress">Told the part done, 0 to 1.</param>
    /// <param name="cancellation">Stops between two steps; the trial then leaves no result.</param>
    public TrialResult Run(Action<double> progress, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        using var model = Task.Placement.Build(Seed, () => new WordVectors(Task.Size, Width));
        var rate = (Batch is null ? Stiffness : StiffnessOfBatches) / Task.Eigenvalues[0];
        using var optimizer = model.SGD(rate);
        var sampler = Batch is { } pairs ? Task.Pairs(pairs, Seed) : null;
        using var log = new LearningLog(this, model);
        log.Record(0);
        var every = Math.Max(1, (int)(1.4 * log.LastArrival / (2 * rate) / Records));
        for (var step = 1; step <= every * Records; step++)
        {
            TrialRun.BetweenSteps(cancellation);
            using (NewDisposeScope())
            {
                optimizer.zero_grad();
                var vectors = model.call(Task.Everything);
                var loss = sampler is null ? Task.Loss(vectors) : Task.Loss(vectors, sampler.Batch(step));
                loss.backward();
                optimizer.step();
            }

            if (step % every != 0)
            {
                continue;
            }

            log.Record(2 * rate * step);
            if (step / every % RecordsBetweenQuizzes == 0)
            {
                log.Ask();
            }

            progress((double)step / (every * Records));
            if (log.Diverged)
            {
                break;
            }
        }

        return log.Result(rate);
    }
}
