using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;

namespace Parameterize.Experiments;

/// <summary>One independent part of an experiment.</summary>
/// <param name="Id">
/// Its stable name, see <see cref="TrialId"/>; begins with the experiment's, so that files of several can be merged.
/// </param>
/// <param name="Run">
/// Runs it; the result bears its name and depends on nothing but that (no clock, no other trial). The command line runs one at a time in
/// each process, with libtorch's default generator seeded by the id. <see cref="TrialRun"/> with several workers calls it on several
/// threads at once: then nothing may draw from that generator, but a model that <see cref="SeededModels"/> builds.
/// </param>
public sealed record ExperimentTrial(string Id, Func<CancellationToken, TrialResult> Run);
