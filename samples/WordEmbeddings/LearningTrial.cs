using Parameterize.Experiments;
using static TorchSharp.torch;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>One run of training, as a trial.</summary>
internal sealed record LearningTrial(TextTask Task, long Width, int Modes, int Seed)
{
    // Rate times the leading eigenvalue: small, so that descent follows the flow.
    private const double Stiffness = 0.01;
    private const int Records = 80;

    public string Id { get; } = TrialId.Of(
        "words",
        ("source", Task.Corpus.Source),
        ("words", Task.Corpus.Words),
        ("v", Task.Size),
        ("width", Width),
        ("modes", Modes),
        ("seed", Seed));

    /// <summary>Trains until well after the last of the modes has come.</summary>
    /// <param name="progress">Told the part done, 0 to 1.</param>
    /// <param name="cancellation">Stops between two steps; the trial then leaves no result.</param>
    public TrialResult Run(Action<double> progress, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        using var model = SeededModels.Build(Seed, () => new WordVectors(Task.Size, Width));
        var rate = Stiffness / Task.Eigenvalues[0];
        using var optimizer = model.SGD(rate);
        var leading = Task.Eigenvectors.narrow(1, 0, Modes);
        double[] initial = Sizes();
        var last = Enumerable.Range(0, Modes).Max(mode => new EmbeddingMode(Task.Eigenvalues[mode], initial[mode]).Arrival);
        var every = Math.Max(1, (int)(1.4 * last / (2 * rate) / Records));
        var history = new List<double[]> { initial };
        for (var step = 1; step <= every * Records; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            using (NewDisposeScope())
            {
                optimizer.zero_grad();
                Task.Loss(model.call(Task.Everything)).backward();
                optimizer.step();
            }

            if (step % every != 0) continue;
            history.Add(Sizes());
            progress((double)step / (every * Records));
            if (!history[^1].All(double.IsFinite)) break;
        }

        using var noGradient = no_grad();
        var vectors = model.call(Task.Everything).to_type(ScalarType.Float64);
        var finite = history[^1].All(double.IsFinite);
        double[] singular = finite ? linalg.svdvals(vectors).data<double>().ToArray()[..Modes] : [.. Enumerable.Repeat(double.NaN, Modes)];
        var result = new TrialResult(Id)
            .With("width", Width)
            .With("seed", Seed)
            .WithNumber("rate", rate)
            .WithNumber("excess", (vectors.mm(vectors.t()) - Task.Matrix).square().sum().sqrt().item<double>() / BestOfRank((int)Width))
            .WithSeries("time", history.Select((_, index) => 2 * rate * every * index))
            .WithSeries("singularValues", singular);
        result = Enumerable.Range(0, Modes).Aggregate(result, (sum, mode) => sum.WithSeries($"mode {mode + 1}", history.Select(sizes => sizes[mode])));
        return finite ? NearestWords.Add(result, vectors, Task.Corpus.Vocabulary) : result;

        double[] Sizes()
        {
            using var inner = NewDisposeScope();
            using var frozen = no_grad();
            return leading.t().mm(model.call(Task.Everything).to_type(ScalarType.Float64)).square().sum(dim: 1).sqrt().data<double>().ToArray();
        }
    }

    // |M* - M*_d|: the leading positive eigenvalues are what W W' can be.
    private double BestOfRank(int rank) => Math.Sqrt(Task.Eigenvalues.Select((value, index) => index < rank && value > 0 ? 0 : value * value).Sum());
}
