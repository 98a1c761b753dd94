using Parameterize.Benchmarks.Compilers;

namespace Parameterize.Benchmarks;

/// <summary>What prints its figures in some minutes, without further questions.</summary>
internal static class Reports
{
    private static readonly (string Name, Action Print)[] All =
    [
        ("forward", () => ForwardReport.Print(Console.Out)),
        ("construction", () => ConstructionReport.Print(Console.Out)),
        ("keystroke", () => KeystrokeReport.Print(Console.Out)),
        ("build", () => BuildReport.Print(Console.Out)),
    ];

    /// <summary>Those that are asked for: all where nothing is said, none where something else is.</summary>
    public static IReadOnlyList<string> Asked(IReadOnlyList<string> arguments) =>
        [.. All.Select(report => report.Name).Where(name => arguments is [] || (arguments is [var one] && one == name))];

    /// <summary>Prints one.</summary>
    public static void Print(string name) => All.Single(report => report.Name == name).Print();
}
