using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;

namespace Parameterize.Experiments;

/// <summary>One independent part of an experiment.</summary>
/// <param name="Id">
/// Its stable name, see <see cref="TrialId"/>; begins with the experiment's, so that files of several can be merged.
/// </param>
/// <param name="Run">
/// Runs it; the result bears its name and depends on nothing but that (no clock, no other trial). Called on several threads at once: build
/// models by <see cref="SeededModels"/>.
/// </param>
public sealed record ExperimentTrial(string Id, Func<CancellationToken, TrialResult> Run);
