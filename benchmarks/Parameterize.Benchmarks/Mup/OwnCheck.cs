using System.Collections.Concurrent;
using System.Diagnostics;
using Parameterize.Experiments;
using static TorchSharp.torch;

namespace Parameterize.Benchmarks.Mup;

/// <summary>
/// Our side of <c>bench mup</c>, in a process of its own: the coordinate check as users call it, with everything that it measures and fits,
/// and besides what mup records, the mean absolute value of every layer in every step.
/// </summary>
internal static class OwnCheck
{
    public static PeerOutcome Run(PeerCheck check)
    {
        set_num_threads(check.Threads);
        using var inputs = tensor([.. check.Inputs.SelectMany(row => row)]).reshape(check.Inputs.Count, -1);
        using var targets = tensor([.. check.Targets]);
        var sizes = new ConcurrentBag<(string Place, double Size)>();
        var clock = Stopwatch.StartNew();
        _ = CoordinateCheck.Of(width => Watched(width, check.Steps, sizes))
            .Widths(check.Widths[0], check.Widths[^1]).Seeds(check.Seeds).Steps(check.Steps).Workers(check.Workers)
            .Optimizer(model => check.Optimizer == "sgd" ? model.SGD(check.Rate) : model.Adam(check.Rate))
            .Task(new TrainingTask((_, _) => (inputs, targets), (output, target) => nn.functional.cross_entropy(output, target)))
            .Run();
        var seconds = clock.Elapsed.TotalSeconds;
        return new PeerOutcome(
            $"{typeof(TorchSharp.torch).Assembly.GetName().Name} {typeof(TorchSharp.torch).Assembly.GetName().Version}",
            get_num_threads(),
            seconds,
            LoadedLibraries(),
            sizes.GroupBy(one => one.Place).ToDictionary(place => place.Key, place => place.Average(one => one.Size)));
    }

    // The check runs a model once before its first step and once after its last; mup only sees the steps.
    private static PeerMlp Watched(long width, int steps, ConcurrentBag<(string Place, double Size)> sizes)
    {
        var model = new PeerMlp(width);
        foreach (var (name, layer) in model.named_children())
        {
            var call = 0;
            ((nn.Module<Tensor, Tensor>)layer).register_forward_hook((_, _, output) =>
            {
                var size = output.detach().abs().mean().item<float>();
                if (call >= 1 && call <= steps)
                {
                    sizes.Add((FormattableString.Invariant($"{name[1..]}, width {width}, step {call}"), size));
                }

                call++;
                return output;
            });
        }

        return model;
    }

    private static IReadOnlyList<string> LoadedLibraries() =>
    [
        .. Process.GetCurrentProcess().Modules.Cast<ProcessModule>()
            .Select(module => module.FileName)
            .Where(file => Path.GetFileName(file) is var name
                && (name.Contains("torch_cpu", StringComparison.Ordinal) || name.Contains("openblas", StringComparison.Ordinal)))
            .Distinct().Order(StringComparer.Ordinal),
    ];
}
