using System.CommandLine;
using Spectre.Console;
using static TorchSharp.torch;

namespace Parameterize.Samples.Transformer;

/// <summary>The whole demo, in the order of what it prints.</summary>
internal static class Demo
{
    /// <summary>How many blocks every model has: as many as at base depth.</summary>
    public const long Depth = 2;

    private const int Heads = 2;

    /// <summary>The smallest run that shows everything.</summary>
    public static DemoSizes Tiny { get; } = new((64, 128), 2, [64, 128], DemoSizes.Powers(-9, -6), 1, 6);

    /// <summary>The command line.</summary>
    public static RootCommand Command() => DemoOptions.Command(
        "Trains an annotated transformer on real text: slopes of attention and feed-forward layers against theory, and the best rate at each width.",
        Path.Combine("artifacts", "demo", "transformer"),
        full: new((128, 2048), 3, [64, 128, 256, 512], DemoSizes.Powers(-11, -3), 2, 100),
        usual: new((128, 1024), 2, [64, 128, 256], DemoSizes.Powers(-9, -3), 1, 100),
        Tiny,
        Run);

    /// <summary>The number of heads is fixed, and they widen with the model.</summary>
    public static long HeadWidth(long width) => width / Heads;

    public static int Run(DemoOptions options, CancellationToken cancellation)
    {
        var console = AnsiConsole.Console;
        var text = Text(options, batchSize: 16);
        options.Output.Create();
        console.WriteLine($"Training on {text.Source}: {text.Length:N0} characters.\n");
        console.WriteLine("What the generator wrote for CharacterTransformer and its blocks, as formulas:\n");
        Console.WriteLine(CharacterTransformer.Scaling);
        console.WriteLine();

        var (slopes, transfer) = ProgressLines.Run(console, progress =>
        {
            var slopes = SlopeStudy.Run(Text(options, SlopeStudy.BatchSize), options, progress, cancellation);
            set_num_threads(1); // the sweep keeps every core busy with a run of its own
            return (slopes, TransferStudy.Run(text, options, progress, cancellation));
        });
        DemoOutput.Print(console, Subject(text), slopes, transfer);
        DemoOutput.Write(console, Subject(text), options, slopes, transfer);
        return 0;
    }

    private static TextTask Text(DemoOptions options, int batchSize) => TextTask.Of(options.Corpus, window: 32, batchSize, everyPlace: true);

    private static DemoSubject Subject(TextTask text) => new(
        "./build.sh demo Transformer",
        "Parameterize: a transformer from lazy to rich",
        $"A decoder of {Depth} blocks with {Heads} heads trained on {text.Source} ({text.Length:N0} characters). Heads widen with the model, so that attention needs its own scale. All scaling is generated code.",
        "Root mean square of the change of each layer of the last block after four steps, over width; _logits is query times key before the softmax. Dashed: the predicted slope r - 1/2, through the smallest width. With the customary scale, one over the root of the head width, logits would change like n^r instead.",
        "AdamW");
}
