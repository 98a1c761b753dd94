using Parameterize.Charts.Report;
using Parameterize.Experiments;
using Parameterize.Experiments.Sweeps;
using static TorchSharp.torch;

namespace Parameterize.Samples.Mlp.Constants;

/// <summary>
/// Whether the standard parametrization wins where every width has its best rate: both with the constants of the base model as they are,
/// and with constants that are tuned at the base width once (as Everett et al., arXiv 2407.05872, do).
/// </summary>
internal static class ConstantsStudy
{
    public static int Run(SampleRun run, ResultStore store, TextTask text)
    {
        set_num_threads(1); // every core trains a model of its own
        var sizes = run.Pick<TransferSizes>(
            new([64, 128], TransferSizes.Powers(-8, -7), 1, 10),
            new([64, 128, 256, 512], TransferSizes.Powers(-11, -4), 2, 200),
            new([64, 128, 256, 512], TransferSizes.Powers(-12, -4), 2, 1000)).UpTo(run.Asked(SampleOptions.Widest));
        var found = new ConstantSearch(run, store, text, sizes.Steps).Run();
        var transfer = TransferCurves.Run(run, store, new TextTransfer(text, sizes, Math.Max(1, sizes.Steps / 4),
        [
            .. CharacterTransfer.Compared(() => text),
            .. Tuned(text, found.Constants),
        ]));
        run.Print("Constants of the base model, as powers of two", Table(found));
        run.Say(Found(found));
        run.Print("Best Adam rate (log2) and loss there, by width", TransferReport.Optima(transfer));
        run.Print("Loss at the rate that is best for the narrowest, and at each width's own", TransferReport.Reused(transfer));
        foreach (var curves in transfer)
        {
            run.Say(TransferReport.Drift(curves));
        }

        return run.Finish(Page(text, sizes, found, transfer), "constants.html");
    }

    private static IEnumerable<TransferVariant> Tuned(TextTask text, LayerConstants constants)
    {
        return
        [
            TransferVariant.Of($"{TransferCurves.Standard}, tuned", width => Baseline.Of(() => Model(width)), Adam),
            TransferVariant.Of($"{TransferCurves.MaximalUpdate}, tuned", Model, Adam),
        ];

        CharacterMlp Model(long width) =>
            constants.Initialized(new CharacterMlp(text.Vocabulary, text.Window, width, Richness.MaximalUpdate));

        optim.Optimizer Adam(CharacterMlp model, double rate) =>
            constants.Adam(model, model.ParameterGroups(OptimizerFamily.AdamLike), rate);
    }

    private static ReportPage Page(
        TextTask text, TransferSizes sizes, FoundConstants found, IReadOnlyList<TransferCurves> transfer) =>
        new ReportPage("Parameterize: constants tuned once")
        {
            Introduction = FormattableString.Invariant(
                $"A character-window MLP trained on {text.Source} for {sizes.Steps} steps. At width 64 both parametrizations are one ") +
                "network. Its rate and init are tuned there layer by layer, and each parametrization carries them to other widths.",
        }
        .Section("Constants", Found(found), table: Table(found))
        .Section(
            "Loss over learning rate",
            "Mean loss of the last quarter of the steps; rings mark the optimum of each width. " +
            string.Join(" ", transfer.Select(curves => TransferReport.Drift(curves) + ".")),
            TransferReport.Charts(transfer))
        .Section("Best rates", "The best rate of each width, and the loss there.", table: TransferReport.Optima(transfer))
        .Section(
            "The narrowest network's rate, reused",
            "Loss at every width with the rate that is best at the smallest one, beside the loss with the best rate of the width itself.",
            table: TransferReport.Reused(transfer));

    private static ReportTable Table(FoundConstants found)
    {
        var table = new ReportTable("constant", "log2 of its factor");
        foreach (var (name, octaves) in LayerConstants.Names.Zip(found.Constants.Octaves))
        {
            table.Row(name, Cells.Whole(octaves));
        }

        return table;
    }

    private static string Found(FoundConstants found) => FormattableString.Invariant(
        $"Loss of the base model at its best rate: {found.Before:F3} with every factor 1, {found.After:F3} with these.");
}
