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
}
