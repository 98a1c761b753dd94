using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Parameterize.Benchmarks.Compilers;

namespace Parameterize.Benchmarks;

/// <summary>What prints its figures in some minutes, without further questions.</summary>
internal static class Reports
{
    private static readonly (string Name, Action Print)[] All =
    [
        ("forward", () => ForwardReport.Print(Console.Out)),
        ("keystroke", () => KeystrokeReport.Print(Console.Out)),
        ("build", () => BuildReport.Print(Console.Out)),
        ("generator", PrintGenerator),
    ];

    /// <summary>Those that are asked for: all where nothing is said, none where something else is.</summary>
    public static IReadOnlyList<string> Asked(IReadOnlyList<string> arguments) =>
        [.. All.Select(report => report.Name).Where(name => arguments is [] || (arguments is [var one] && one == name))];

    /// <summary>Prints one.</summary>
    public static void Print(string name) => All.Single(report => report.Name == name).Print();

    private static void PrintGenerator()
    {
        ParseReport.Print(Console.Out);
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        _ = BenchmarkRunner.Run<GeneratorBenchmarks>(DefaultConfig.Instance.AddJob(job));
    }
}
