using System.Globalization;
using System.CommandLine;
using Parameterize.Experiments.Corpora;

namespace Parameterize.Samples.Transformer;

/// <summary>The whole demo, in the order of what it prints.</summary>
internal static class Demo
{
    /// <summary>How many blocks every model has: as many as at base depth.</summary>
    public const long Depth = 2;

    private const int Heads = 2;

    public static RootCommand Command { get; } = SampleCommand.Of(
        "Transformer",
        "Trains an annotated transformer on real text: slopes of attention and feed-forward layers against theory, and the best rate " +
        "at each width.",
        "All widths and rates of the reference run.",
        Run,
        SampleOptions.Corpus,
        SampleOptions.Device,
        SampleOptions.Dtype,
        SampleOptions.Figures,
        SampleOptions.Widest);

    /// <summary>The number of heads is fixed, and they widen with the model.</summary>
    public static long HeadWidth(long width) => width / Heads;

    public static int Run(SampleRun run)
    {
        var sizes = run.Pick<TransferSizes>(
            new([64, 128], TransferSizes.Powers(-9, -6), 1, 6),
            new([64, 128, 256], TransferSizes.Powers(-9, -3), 1, 100),
            new([64, 128, 256, 512], TransferSizes.Powers(-11, -3), 2, 100)).UpTo(run.Asked(SampleOptions.Widest));
        var corpus = run.ReadText();
        var text = Text(corpus, window: 32, batchSize: 16);
        using var store = run.OpenTrials();
        run.Say(FormattableString.Invariant($"Training on {text.Source}: {text.Length:N0} characters.\n"));
        run.Say("What the generator wrote for CharacterTransformer and its blocks, as formulas:\n");
        run.Say(CharacterTransformer.Scaling.ToString());
        run.Say("");
        var slopes = SlopeStudy.Run(run, store, Text(corpus, SlopeStudy.Window, SlopeStudy.BatchSize));
        return DemoReport.Finish(run, Subject(text), slopes, TransferStudy.Run(run, store, text, sizes));
    }

    private static TextTask Text(CharacterCorpus corpus, int window, int batchSize) => new(corpus, window, batchSize, everyPlace: true);

    private static DemoSubject Subject(TextTask text) => new(
        "Parameterize: a transformer from lazy to rich",
        string.Create(
            CultureInfo.InvariantCulture,
            $"A decoder of {Depth} blocks with {Heads} heads trained on {text.Source} ({text.Length:N0} characters). Heads widen with " +
            $"the model, so that attention needs its own scale. All scaling is generated code."),
        "Root mean square of the change of each layer of the last block after four steps, over width; _logits is query times key " +
        "before the softmax. Dashed: the predicted slope r - 1/2, through the smallest width. With the customary scale, one over the " +
        "root of the head width, logits would change like n^r instead.",
        "AdamW");
}
