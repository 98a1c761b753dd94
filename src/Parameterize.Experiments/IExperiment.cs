namespace Parameterize.Experiments;

/// <summary>
/// An experiment that the command line finds in an assembly: a public class with a constructor without parameters, known by its name. Its
/// trials are independent, so that any number of processes and machines can share them.
/// </summary>
public interface IExperiment
{
    /// <summary>What it shows, in one sentence.</summary>
    string Description { get; }

    /// <summary>
    /// Every trial, in the order in which they should start. Cheap to make, the same on every machine; what is costly belongs into a trial.
    /// </summary>
    IReadOnlyList<ExperimentTrial> Trials { get; }

    /// <summary>
    /// Called once before the first trial: how many threads TorchSharp may use inside one. The last bits of a sum depend on that number, so
    /// it is the same for every trial, however many of them run at once.
    /// </summary>
    /// <param name="perTrial">The number.</param>
    void UseThreads(int perTrial) => TorchSharp.torch.set_num_threads(perTrial);

    /// <summary>
    /// Called before each trial that runs alone in its process, as all do that the command line runs: seeds what the process has but once,
    /// so that a trial depends on nothing but its id. That is libtorch's default generator, from which dropout draws.
    /// </summary>
    /// <param name="seed">A number that follows from the trial's id.</param>
    void SeedGenerators(long seed) => TorchSharp.torch.manual_seed(seed);

    /// <summary>
    /// Called once before <see cref="Trials"/> are asked for, if a device or an element type is asked for. Trials build their models by
    /// <see cref="Placement.Build"/>, move their batches, and add the placement to their ids by <see cref="Placement.Keyed"/>.
    /// </summary>
    /// <param name="placement">Where trials are to train.</param>
    /// <exception cref="ArgumentException">The experiment does not do so.</exception>
    void Place(Placement placement) => throw new ArgumentException(
        $"'{GetType().Name}' trains where its own code says, and takes no device or element type: it does not implement " +
        $"{nameof(IExperiment)}.{nameof(Place)} (a class that derives from {nameof(TransferExperiment)} does).");
}
