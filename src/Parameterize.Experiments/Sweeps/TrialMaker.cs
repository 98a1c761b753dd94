using System.Collections.Concurrent;
using System.Reflection;

namespace Parameterize.Experiments.Sweeps;

/// <summary>
/// Says what makes results: a program by what its code does, its TorchSharp, and what it was told that changes numbers. Results of another
/// maker are of another model, and never taken for those of this one.
/// </summary>
public static class TrialMaker
{
    private static readonly ConcurrentDictionary<Assembly, string> known = new();

    /// <summary>As <c>Mlp 1f0c33d2a9e47b60, TorchSharp 0.107.0, 1 thread</c>.</summary>
    /// <param name="program">
    /// The assembly that trials and models are in. What it references counts with it, the runtime left out; building the same code again
    /// does not make another program.
    /// </param>
    /// <param name="threads">
    /// The number of threads inside a trial, on which the last bits of a sum depend; null where it is not told.
    /// </param>
    public static string Of(Assembly program, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        var code = known.GetOrAdd(program, AssemblyCode.HashOf);
        var torch = typeof(TorchSharp.torch).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var inside = threads is { } count ? FormattableString.Invariant($", {count} thread{(count == 1 ? "" : "s")}") : "";
        return $"{program.GetName().Name} {code}, TorchSharp {torch.Split('+')[0]}{inside}";
    }
}
