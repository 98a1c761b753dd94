using Parameterize.Experiments.Sweeps;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Training;

/// <summary>
/// Builds models that depend on their seed alone, whatever else runs at the same time. <see cref="Placement"/> moves them, too.
/// </summary>
public static class SeededModels
{
    /// <summary>Seeds TorchSharp's one global generator and builds the model, with no other build in between.</summary>
    /// <param name="seed">What the draws depend on.</param>
    /// <param name="build">Builds the model; all its draws happen in here.</param>
    /// <exception cref="InvalidOperationException">Several trials run at once, and one of them drew from that generator.</exception>
    public static TModel Build<TModel>(int seed, Func<TModel> build)
        where TModel : Module
    {
        ArgumentNullException.ThrowIfNull(build);
        return DefaultGenerator.During(seed, build);
    }
}
