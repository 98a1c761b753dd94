extern alias generators;

using System.Globalization;
using generators::Parameterize.Generators.Infrastructure;

namespace Parameterize.Benchmarks;

/// <summary>How long reading one model takes, out of a hundred, by the driver's own clock.</summary>
internal static class ParseReport
{
    private const int Models = 100;
    private const int Rounds = 7;

    public static void Print(TextWriter output)
    {
        var compilation = ModelSources.Compilation(Models);
        var (first, again) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var driver = ModelSources.Driver(tracks: true).RunGenerators(compilation.Clone());
            var edited = driver.RunGenerators(ModelSources.UnrelatedEdit(compilation));

            // The first rounds compile the generator itself.
            if (round >= 2)
            {
                first.AddRange(ParseTimes(driver));
                again.AddRange(ParseTimes(edited));
            }
        }

        output.WriteLine("Reading one model (median, 95th percentile):");
        Print("  in a first run", first);
        Print("  after an edit elsewhere", again);
        output.WriteLine();

        void Print(string when, List<double> times)
        {
            times.Sort();
            var (median, high) = (times[times.Count / 2] * 1000, times[times.Count * 95 / 100] * 1000);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{when,-26} {median,8:F0} us {high,8:F0} us"));
        }
    }

    private static IEnumerable<double> ParseTimes(Microsoft.CodeAnalysis.GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().TrackedSteps[TrackingNames.Parse].Select(step => step.ElapsedTime.TotalMilliseconds);
}
