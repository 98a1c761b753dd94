using Parameterize.Experiments;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Samples.Mlp;

/// <summary>Muon in place of SGD and Adam: slopes of the change of hidden layers, and its best rate over width beside AdamW's.</summary>
internal static class MuonStudy
{
    /// <summary>The optimizer, as tables and trials name it.</summary>
    public const string Name = "Muon";

    /// <summary>AdamW's rate, for all that Muon leaves to it, where slopes are measured.</summary>
    public const double SlopeRate = 0.001;

    private const double MuonRate = 0.01;
    private const int LastSteps = 50;

    // What AdamW is best at by itself, at width 64: held, so that one rate is swept.
    private static readonly double s_rateOfTheRest = Math.Pow(2, -7);

    public static int Run(SampleRun run, ResultStore store, TextTask text)
    {
        var slopes = SlopeStudy.Run(run, store, text, [(Name, MuonRate)]);
        var sizes = run.Pick<TransferSizes>(
            new([64, 128], TransferSizes.Powers(-6, -4), 1, 10),
            new([64, 128, 256], TransferSizes.Powers(-8, -1), 2, 200),
            new([64, 128, 256, 512], TransferSizes.Powers(-9, -1), 2, 200)).UpTo(run.Asked(SampleOptions.Widest));
        var transfer = TransferCurves.Run(run, store, new TextTransfer(text, sizes, LastSteps,
        [
            TransferVariant.Of("AdamW", Model, (model, rate) => model.AdamW(rate, weight_decay: 0)),
            TransferVariant.Of(Name, Model, Muon),
            TransferVariant.Of($"{Name}, standard", width => Baseline.Of(() => Model(width)), Muon),
        ]));
        return DemoReport.Finish(run, Subject(text), slopes, transfer, part: "muon");

        CharacterMlp Model(long width) => new(text.Vocabulary, text.Window, width, Richness.MaximalUpdate);

        static TorchSharp.torch.optim.Optimizer Muon(CharacterMlp model, double rate) => model.Muon(lr: rate, adamw_lr: s_rateOfTheRest);
    }

    private static DemoSubject Subject(TextTask text) => new(
        "Parameterize: Muon from lazy to rich",
        FormattableString.Invariant(
            $"A character-window MLP trained on {text.Source} ({text.Length:N0} characters): hidden matrices by Muon, all else by AdamW.") +
        " All scaling is generated code.",
        "Root mean square of the change of each hidden layer after ten steps of Muon, over width. Dashed: the predicted slope r - 1/2, " +
        "through the smallest width.",
        Name);
}
