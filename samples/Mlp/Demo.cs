using System.CommandLine;
using Spectre.Console;
using static TorchSharp.torch;

namespace Parameterize.Samples.Mlp;

/// <summary>The whole demo, in the order of what it prints.</summary>
internal static class Demo
{
    /// <summary>The command line.</summary>
    public static RootCommand Command() => DemoOptions.Command(
        "Trains an annotated model on real text: slopes against theory, and the best rate at each width.",
        Path.Combine("artifacts", "demo"),
        full: new((64, 2048), 3, [64, 128, 256, 512, 1024], DemoSizes.Powers(-13, -5), 2, 200),
        usual: new((64, 1024), 3, [64, 128, 256, 512], DemoSizes.Powers(-11, -5), 2, 200),
        Tiny,
        Run);

    /// <summary>The smallest run that shows everything.</summary>
    public static DemoSizes Tiny { get; } = new((64, 128), 2, [64, 128], DemoSizes.Powers(-9, -6), 2, 20);

    public static int Run(DemoOptions options, CancellationToken cancellation)
    {
        var console = AnsiConsole.Console;
        var text = Text(options.Corpus);
        options.Output.Create();
        console.WriteLine($"Training on {text.Source}: {text.Length:N0} characters.\n");
        PrintTable(console, text);

        var (slopes, transfer) = ProgressLines.Run(console, progress =>
        {
            var slopes = SlopeStudy.Run(text, options, progress, cancellation);
            set_num_threads(1); // the sweep keeps every core busy with a run of its own
            return (slopes, TransferStudy.Run(text, options, progress, cancellation));
        });
        DemoOutput.Print(console, Subject(text), slopes, transfer);
        DemoOutput.Write(console, Subject(text), options, slopes, transfer);
        return 0;
    }

    private static DemoSubject Subject(TextTask text) => new(
        "./build.sh demo",
        "Parameterize: one dial from lazy to rich",
        $"A character-window MLP trained on {text.Source} ({text.Length:N0} characters). All scaling is generated code.",
        "Root mean square of the change of each hidden layer after ten steps, over width. Dashed: the predicted slope r - 1/2, through the smallest width. At r = 0 (NTK) features freeze as the network widens, at r = 1/2 (muP) they learn at every width.",
        "Adam");

    private static void PrintTable(IAnsiConsole console, TextTask text)
    {
        using var model = new CharacterMlp(text.Vocabulary, text.Window, width: 1024, Richness.MaximalUpdate);
        console.WriteLine("What the generator wrote for CharacterMlp, as formulas:\n");
        Console.WriteLine(CharacterMlp.Scaling);
        console.WriteLine("\nand at width 1024 with r = 1/2, as numbers:\n");
        Console.WriteLine(model.Parameterization);
        console.WriteLine();
    }

    /// <summary>The task of the demo: the character after a window of sixteen.</summary>
    internal static TextTask Text(FileInfo? corpus) => TextTask.Of(corpus, window: 16, batchSize: 64, everyPlace: false);
}
