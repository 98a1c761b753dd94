using System.Diagnostics;
using System.Globalization;

namespace Parameterize.Benchmarks;

/// <summary>
/// What a generated constructor costs over a plain one of the same layers, and what a model costs that holds many others over a plain class
/// that holds the same ones. Both sides of a pair run one after the other, in turn, and on one thread: what several threads wait for each
/// other at a small tensor would be all that one sees.
/// </summary>
internal static class ConstructionReport
{
    private const int WarmUps = 10;
    private const int Pairs = 200;
    private const int PairsOfMany = 60;

    public static void Print(TextWriter output)
    {
        var threads = TorchSharp.torch.get_num_threads();
        TorchSharp.torch.set_num_threads(1);
        try
        {
            PrintLayers(output);
            PrintNested(output);
        }
        finally
        {
            TorchSharp.torch.set_num_threads(threads);
        }
    }

    private static void PrintLayers(TextWriter output)
    {
        output.WriteLine("A four-layer MLP: the generated constructor over a plain one, paired.");
        output.WriteLine("width          plain   ratio, median     25 %     75 %");
        foreach (var width in new long[] { 16, 64, 256 })
        {
            var (plain, scaled) = Measure(() => new PlainMlp(width), () => new ScaledMlp(width));
            var ratios = Spread(plain.Zip(scaled, (one, other) => other / one));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{width,5} {Spread(plain).Middle * 1000,11:F1} us   {ratios.Middle,13:F3} {ratios.Low,8:F3} {ratios.High,8:F3}"));
        }
    }

    private static void PrintNested(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Models inside a model: what the one around them adds to a plain class that holds the same, the fastest of each.");
        output.WriteLine("models  held in         plain      added");
        foreach (var (holder, inFields) in new[] { ("fields", true), ("a list", false) })
        {
            foreach (var count in new[] { 125, 250, 500 })
            {
                var (create, annotated) = NestedModels.Of(inFields, count);
                var (plain, around) = Measure(create, annotated, PairsOfMany);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{count,6}  {holder,-8} {plain.Min(),9:F2} ms {around.Min() - plain.Min(),7:F2} ms"));
            }
        }
    }

    private static (double[] First, double[] Second) Measure(Func<IDisposable> first, Func<IDisposable> second, int pairs = Pairs)
    {
        var times = (First: new List<double>(), Second: new List<double>());
        for (var pair = 0; pair < WarmUps + pairs; pair++)
        {
            var isFirstFirst = pair % 2 == 0;
            var (one, other) = isFirstFirst ? (Time(first), Time(second)) : Swapped(Time(second), Time(first));
            if (pair >= WarmUps)
            {
                times.First.Add(one);
                times.Second.Add(other);
            }
        }

        return ([.. times.First], [.. times.Second]);
    }

    private static (double, double) Swapped(double first, double second) => (second, first);

    private static double Time(Func<IDisposable> create)
    {
        var start = Stopwatch.GetTimestamp();
        var model = create();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        model.Dispose();
        return elapsed;
    }

    private static (double Low, double Middle, double High) Spread(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (At(0.25), At(0.5), At(0.75));

        double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
    }
}
