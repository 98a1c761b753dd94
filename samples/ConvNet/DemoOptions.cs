using System.CommandLine;

namespace Parameterize.Samples.ConvNet;

/// <summary>What the demo runs, and where it writes.</summary>
/// <param name="Output">The folder of the report.</param>
/// <param name="Side">Pixels along the edge of an image to train on.</param>
/// <param name="SlopeWidths">Channels of the coordinate check, smallest and largest.</param>
/// <param name="TrainingWidths">Channels of the networks that are trained.</param>
/// <param name="Seeds">Seeds of the coordinate check.</param>
/// <param name="Steps">Steps of training.</param>
internal sealed record DemoOptions(
    DirectoryInfo Output, long Side, (long Smallest, long Largest) SlopeWidths, IReadOnlyList<long> TrainingWidths, int Seeds, int Steps)
{
    /// <summary>The command line, ready to invoke.</summary>
    public static RootCommand Command(Func<DemoOptions, CancellationToken, int> run)
    {
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "The folder for report.html.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("artifacts", "demo", "ConvNet")),
        };
        var full = new Option<bool>("--full") { Description = "Up to 256 channels, more seeds and longer training: about a quarter of an hour on two cores." };
        var tiny = new Option<bool>("--tiny") { Description = "The smallest run that shows everything: for tests.", Hidden = true };
        var command = new RootCommand("Trains an annotated residual convolutional network: slopes against theory, and accuracy by width.") { output, full, tiny };
        command.SetAction((parsed, cancellation) =>
            Task.FromResult(run(Of(parsed.GetValue(output)!, parsed.GetValue(full), parsed.GetValue(tiny)), cancellation)));
        return command;
    }

    /// <summary>The sizes of each mode.</summary>
    public static DemoOptions Of(DirectoryInfo output, bool full = false, bool tiny = false) => (full, tiny) switch
    {
        (true, _) => new(output, 16, (16, 256), [16, 32, 64, 128], 8, 300),
        (_, true) => new(output, 8, (16, 32), [16, 32], 2, 3),
        _ => new(output, 16, (16, 128), [16, 32, 64], 6, 100),
    };
}
