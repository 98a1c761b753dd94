using Parameterize.Experiments.Sweeps;
using static TorchSharp.torch;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>What is written down of one run of training.</summary>
internal sealed class LearningLog(LearningTrial trial, WordVectors model) : IDisposable
{
    // Later modes that start large overtake for a while, so more are followed than are reported.
    private readonly Tensor _leading = trial.Task.Eigenvectors.narrow(1, 0, Math.Min(4 * trial.Modes, trial.Task.Size));
    private readonly List<double> _times = [];
    private readonly List<double[]> _sizes = [];
    private readonly List<double[]> _singular = [];
    private readonly List<Answered> _answers = [];
    private readonly LearnedDirections _directions = new(trial.Task.Eigenvectors, trial.Modes);
    private readonly Lazy<PredictedVectors> _predicted = new(() => PredictedVectors.Of(trial.Task, model.call(trial.Task.Everything)));

    /// <summary>When the last of the modes should come.</summary>
    public double LastArrival =>
        Enumerable.Range(0, trial.Modes).Max(mode => new EmbeddingMode(trial.Task.Eigenvalues[mode], _sizes[0][mode]).Arrival);

    public bool Diverged => !_sizes[^1].All(double.IsFinite);

    /// <summary>The size of the leading modes now, |v'W|, and the singular values of W.</summary>
    public void Record(double time)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        _times.Add(time);
        var vectors = Vectors();
        _ = _predicted.Value; // from what W is at the start
        _sizes.Add(_leading.t().mm(vectors).square().sum(dim: 1).sqrt().data<double>().ToArray());
        _singular.Add(Diverged ? [.. Enumerable.Repeat(double.NaN, trial.Modes)] : _directions.Record(vectors));
    }

    /// <summary>The analogies as W now answers them.</summary>
    public void Ask()
    {
        if (Diverged || trial.Quiz.Questions == 0)
        {
            return;
        }

        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var time = _times[^1];
        _answers.Add(new Answered(time, Learned(time), trial.Quiz.Score(Vectors()), trial.Quiz.Score(_predicted.Value.At(time))));
    }

    /// <summary>The trial's result.</summary>
    public TrialResult Result(double rate)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var vectors = Vectors();
        double[][] theory = [.. _times.Select(Theory)];
        var result = trial.Task.Placement.Described(new TrialResult(trial.Id))
            .With("width", trial.Width)
            .With("batch", trial.Batch ?? 0)
            .With("seed", trial.Seed)
            .WithNumber("rate", rate)
            .WithNumber("steps", Math.Round(_times[^1] / (2 * rate)))
            .WithNumber(
                "excess", (vectors.mm(vectors.t()) - trial.Task.Matrix).square().sum().sqrt().item<double>() / BestOfRank((int)trial.Width))
            .WithSeries("time", _times)
            .WithSeries("learned", _answers.Select(answer => (double)answer.Learned))
            .WithSeries("right1", _answers.Select(answer => AnalogyQuiz.Sum(answer.Scores).Right(1)))
            .WithSeries("right5", _answers.Select(answer => AnalogyQuiz.Sum(answer.Scores).Right(5)));
        result = Acquisition.Add(result, _answers);
        result = Enumerable.Range(0, trial.Modes).Aggregate(result, (sum, mode) => sum
            .WithSeries($"mode {mode + 1}", _sizes.Select(size => size[mode]))
            .WithSeries($"singular {mode + 1}", _singular.Select(values => values[mode]))
            .WithSeries($"closed form {mode + 1}", theory.Select(values => values[mode])));
        if (Diverged)
        {
            return result;
        }

        foreach (var score in trial.Quiz.Score(vectors))
        {
            result = result.WithSeries(AnalogyScore.Prefix + score.Category, score.Ranks.Select(rank => (double)rank))
                .WithSeries(AnalogyScore.PrefixOfNearest + score.Category, score.RanksOfNearest.Select(rank => (double)rank));
        }

        var vocabulary = trial.Task.Corpus.Vocabulary;
        return ModeWords.Add(NearestWords.Add(_directions.Add(result), vectors, vocabulary), _directions.Last, vocabulary);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _directions.Dispose();
        if (_predicted.IsValueCreated)
        {
            _predicted.Value.Dispose();
        }
    }

    // The singular values that the closed form of every mode makes together: the largest first, whichever mode it is.
    private double[] Theory(double time) =>
        [.. _sizes[0].Select((size, mode) => (Value: trial.Task.Eigenvalues[mode], Size: size)).Where(mode => mode.Value > 0)
            .Select(mode => new EmbeddingMode(mode.Value, mode.Size).SizeAt(time)).OrderDescending().Take(trial.Modes)];

    private Tensor Vectors()
    {
        using var frozen = no_grad();
        return model.call(trial.Task.Everything).cpu().to_type(ScalarType.Float64);
    }

    // How many modes should have come by now, each from the size that modes start at; no more than W has columns.
    private int Learned(double time)
    {
        var start = Math.Sqrt(_sizes[0].Average(size => size * size));
        var come = trial.Task.Eigenvalues.TakeWhile(value => value > Math.E * start * start
            && new EmbeddingMode(value, start).Arrival < time).Count();
        return Math.Min(come, (int)trial.Width);
    }

    // |M* - M*_d|: the leading positive eigenvalues are what W W' can be.
    private double BestOfRank(int rank) =>
        Math.Sqrt(trial.Task.Eigenvalues.Select((value, index) => index < rank && value > 0 ? 0 : value * value).Sum());
}
