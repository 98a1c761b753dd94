using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Parameterize.Experiments.Statistics;

namespace Parameterize.Benchmarks.Compilers;

/// <summary>
/// <c>bench build</c>: whole runs of the SDK's compiler on 200 annotated classes, over as many plain ones, in rounds in which each runs
/// once; beside them the generator of System.Text.Json over its plain classes.
/// </summary>
internal static partial class BuildReport
{
    private const int Classes = 200;
    private const int Rounds = 7;

    public static void Print(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("bench-build-");
        try
        {
            Print(output, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(TextWriter output, string folder)
    {
        (string Name, CompilerRun With, CompilerRun Without)[] pairs =
        [
            .. new[] { Subject.Readme, Subject.Json }.Select((subject, index) => (
                subject.Name,
                CompilerRun.Prepare(Path.Combine(folder, $"with{index}"), subject.Files(Classes), subject.Path),
                CompilerRun.Prepare(Path.Combine(folder, $"without{index}"), subject.Files(Classes).Select(Plain), analyzer: null))),
        ];
        var times = pairs.ToDictionary(pair => pair.Name, _ => (With: new List<double>(), Without: new List<double>()));
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (name, with, without) in pairs)
            {
                var (slow, fast) = round % 2 == 0 ? (with.Seconds(), without.Seconds()) : Swapped(without.Seconds(), with.Seconds());
                if (round == 0)
                {
                    continue;
                }

                times[name].With.Add(slow);
                times[name].Without.Add(fast);
            }
        }

        output.WriteLine($"A build of {Classes} classes by csc, in seconds; ratios to the same classes without the package, in the " +
            $"same of {Rounds} rounds.");
        output.WriteLine();
        output.WriteLine("                        with  without   ratio, median (least to greatest)");
        foreach (var (name, (with, without)) in times)
        {
            var ratio = Summary.Of(with.Zip(without, (one, other) => one / other));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name,-20} {Summary.Of(with).Median,5:F2} {Summary.Of(without).Median,8:F2}   {ratio.Median:F2} " +
                $"({ratio.Minimum:F2} to {ratio.Maximum:F2})"));
        }

        output.WriteLine();
        output.WriteLine("What the compiler says of analyzers and generators (one run):");
        foreach (var line in pairs[0].With.AnalyzerTimes())
        {
            output.WriteLine($"  {line}");
        }
    }

    private static (double, double) Swapped(double first, double second) => (second, first);

    // What somebody has who does not use the package.
    private static string Plain(string text)
    {
        var plain = text.Replace("[Parameterize]", "", StringComparison.Ordinal)
            .Replace("[Width] ", "", StringComparison.Ordinal)
            .Replace("InitializeParameters();", "RegisterComponents();", StringComparison.Ordinal)
            .Replace("using Parameterize;", "", StringComparison.Ordinal);
        plain = JsonContext().Replace(plain, "");
        return ForwardCall().Replace(plain, match => $"_{match.Value[..1].ToLowerInvariant()}{match.Value[1..^1]}.call(");
    }

    [GeneratedRegex(@"\b(Readout|Mix|Embed)\(")]
    private static partial Regex ForwardCall();

    [GeneratedRegex(@"\[JsonSerializable.*", RegexOptions.Singleline)]
    private static partial Regex JsonContext();
}

/// <summary>A run of the compiler on files that are there.</summary>
internal sealed class CompilerRun
{
    private readonly string _responses;

    private CompilerRun(string responses) => _responses = responses;

    public static CompilerRun Prepare(string folder, IEnumerable<string> files, string? analyzer)
    {
        Directory.CreateDirectory(folder);
        var paths = files.Select((text, index) => (Path: Path.Combine(folder, $"{index}.cs"), text)).ToArray();
        foreach (var (path, text) in paths)
        {
            File.WriteAllText(path, text);
        }

        string[] lines =
        [
            "-nologo", "-target:library", "-langversion:latest", "-nullable:enable", "-optimize+", "-debug:portable", "-nostdlib+",
            "-reportanalyzer",
            $"-out:\"{Path.Combine(folder, "built.dll")}\"",
            .. References.Paths.Select(path => $"-reference:\"{path}\""),
            .. analyzer is null ? Array.Empty<string>() : [$"-analyzer:\"{analyzer}\""],
            .. paths.Select(file => $"\"{file.Path}\""),
        ];
        var responses = Path.Combine(folder, "csc.rsp");
        File.WriteAllLines(responses, lines);
        return new CompilerRun(responses);
    }

    /// <summary>The wall time of a whole process.</summary>
    public double Seconds()
    {
        var start = Stopwatch.GetTimestamp();
        Run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Lines of the compiler's report with our names in them, and its totals.</summary>
    public IEnumerable<string> AnalyzerTimes() => Run().Split('\n')
        .Where(line => line.Contains("Parameterize", StringComparison.Ordinal) || line.Contains("otal", StringComparison.Ordinal))
        .Select(line => line.TrimEnd());

    private string Run()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", PeerGenerators.CompilerPath, "-noconfig", "@" + _responses },
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"The compiler failed:\n{output}");
    }
}
