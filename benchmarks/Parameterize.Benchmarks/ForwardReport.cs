using System.Diagnostics;
using System.Globalization;
using static TorchSharp.torch;

namespace Parameterize.Benchmarks;

/// <summary>
/// What forward multipliers cost in a training step (forward and backward). Each iteration times both ways one after the other, in an
/// order thrown anew, and only the ratio of the two is kept: what else the machine does meets both alike.
/// </summary>
internal static class ForwardReport
{
    private const int BatchSize = 128;
    private const int WarmUps = 5;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(12);

    public static void Print(TextWriter output)
    {
        output.WriteLine($"Forward and backward of a four-layer MLP, batch {BatchSize}: generated members over plain calls, paired.");
        output.WriteLine("case                   plain   ratio, median     25 %     75 %   pairs");
        foreach (var width in new long[] { 64, 256, 1024, 2048 })
        {
            Print(output, string.Create(CultureInfo.InvariantCulture, $"width {width}"), new ScaledMlp(width));
        }

        Print(output, "width 1024, M = 1", Baseline.Of(() => new ScaledMlp(1024)));
        Print(output, "width 64, addmm", new FoldedMlp(64));
    }

    private static void Print(TextWriter output, string name, IPairedModel model)
    {
        using var _ = model;
        using var x = randn(BatchSize, 64);
        var (plain, ratios) = Measure(model, x);
        var (low, middle, high) = (Quantile(ratios, 0.25), Quantile(ratios, 0.5), Quantile(ratios, 0.75));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-18} {Quantile(plain, 0.5),6:F2} ms   {middle,13:F3} {low,8:F3} {high,8:F3} {ratios.Count,7}"));
    }

    private static (List<double> Plain, List<double> Ratios) Measure(IPairedModel model, Tensor x)
    {
#pragma warning disable CA5394 // A repeatable order is wanted, not a secret one.
        var random = new Random(1);
        var (plain, ratios) = (new List<double>(), new List<double>());
        var clock = Stopwatch.StartNew();
        for (var pair = 0; pair < WarmUps + 20 || clock.Elapsed < Budget; pair++)
        {
            var isScaledFirst = random.Next(2) == 0;
            var first = Time(isScaledFirst ? model.Scaled : model.Plain, x);
            var second = Time(isScaledFirst ? model.Plain : model.Scaled, x);
            var (scaled, unscaled) = isScaledFirst ? (first, second) : (second, first);
            if (pair >= WarmUps)
            {
                plain.Add(unscaled);
                ratios.Add(scaled / unscaled);
            }
        }
#pragma warning restore CA5394

        return (plain, ratios);
    }

    private static double Time(Func<Tensor, Tensor> step, Tensor x)
    {
        using var scope = NewDisposeScope();
        var start = Stopwatch.GetTimestamp();
        step(x).sum().backward();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Quantile(List<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)(share * (sorted.Length - 1))];
    }
}
