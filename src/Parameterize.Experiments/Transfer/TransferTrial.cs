namespace Parameterize.Experiments;

/// <summary>One training run of a learning-rate sweep.</summary>
/// <param name="Parametrization">How the model is parametrized, in the user's words.</param>
/// <param name="Width">The model's width.</param>
/// <param name="Rate">The base learning rate.</param>
/// <param name="Seed">The seed of init and batches.</param>
public sealed record TransferTrial(string Parametrization, long Width, double Rate, int Seed)
{
    /// <summary>The experiment's name, with which the id begins.</summary>
    public string Experiment { get; init; } = "transfer";

    /// <summary>A stable name, by which results of an earlier run are found.</summary>
    public string Id => TrialId.Of(Experiment, ("parametrization", Parametrization), ("width", Width), ("rate", Rate), ("seed", Seed));

    /// <summary>The line that is written of it.</summary>
    /// <param name="loss">What it found, NaN if it diverged.</param>
    public TrialResult Result(double loss) => new TrialResult(Id)
        .With("parametrization", Parametrization)
        .With("width", Width)
        .With("rate", Rate)
        .With("seed", Seed)
        .WithNumber("loss", loss);
}
