using System.CommandLine;
using Parameterize.Experiments.Corpora;
using Parameterize.Samples.Mlp.Constants;

namespace Parameterize.Samples.Mlp;

/// <summary>The whole demo, in the order of what it prints.</summary>
internal static class Demo
{
    private const int LastSteps = 50;

    private static readonly Option<bool> MuonOption = new("--muon")
    {
        Description = "Train by Muon: its slopes, and its best rate over width beside AdamW's. Writes muon.html.",
    };

    private static readonly Option<bool> ConstantsOption = new("--constants")
    {
        Description = "Tune the rate and the init of every layer once, at width 64, and compare the standard parametrization and muP " +
            "with them. Writes constants.html.",
    };

    public static RootCommand Command { get; } = SampleCommand.Of(
        "Mlp",
        "Trains an annotated model on real text: slopes against theory, and the best rate at each width.",
        "All widths and rates of the reference run: seven minutes of processor time.",
        Run,
        SampleOptions.Corpus,
        SampleOptions.Device,
        SampleOptions.Dtype,
        SampleOptions.Figures,
        SampleOptions.Widest,
        MuonOption,
        ConstantsOption);

    public static int Run(SampleRun run)
    {
        var sizes = run.Pick<TransferSizes>(
            new([64, 128], TransferSizes.Powers(-9, -6), 2, 20),
            new([64, 128, 256, 512], TransferSizes.Powers(-11, -5), 2, 200),
            new([64, 128, 256, 512, 1024], TransferSizes.Powers(-13, -5), 2, 200)).UpTo(run.Asked(SampleOptions.Widest));
        var text = Text(run.ReadText());
        using var store = run.OpenTrials();
        run.Say(FormattableString.Invariant($"Training on {text.Source}: {text.Length:N0} characters.\n"));
        if (run.Asked(MuonOption))
        {
            return MuonStudy.Run(run, store, text);
        }

        if (run.Asked(ConstantsOption))
        {
            return ConstantsStudy.Run(run, store, text);
        }

        PrintTable(run, text);
        var slopes = SlopeStudy.Run(run, store, text, SlopeStudy.Optimizers);
        var transfer = TransferCurves.Run(run, store, new TextTransfer(text, sizes, LastSteps, CharacterTransfer.Compared(() => text)));
        return DemoReport.Finish(run, Subject(text), slopes, transfer);
    }

    private static DemoSubject Subject(TextTask text) => new(
        "Parameterize: one dial from lazy to rich",
        FormattableString.Invariant(
            $"A character-window MLP trained on {text.Source} ({text.Length:N0} characters). All scaling is generated code."),
        "Root mean square of the change of each hidden layer after ten steps, over width. Dashed: the predicted slope r - 1/2, through " +
        "the smallest width. At r = 0 (NTK) features freeze as the network widens, at r = 1/2 (muP) they learn at every width.",
        "Adam");

    private static void PrintTable(SampleRun run, TextTask text)
    {
        using var model = new CharacterMlp(text.Vocabulary, text.Window, width: 1024, Richness.MaximalUpdate);
        run.Say("What the generator wrote for CharacterMlp, as formulas:\n");
        run.Say(CharacterMlp.Scaling.ToString());
        run.Say("\nand at width 1024 with r = 1/2, as numbers:\n");
        run.Say(model.Parameterization.ToString());
        run.Say("");
    }

    /// <summary>The task of the demo: the character after a window of sixteen.</summary>
    internal static TextTask Text(CharacterCorpus corpus) => new(corpus, window: 16, batchSize: 64, everyPlace: false);
}
