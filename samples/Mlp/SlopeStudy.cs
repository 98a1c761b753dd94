using Parameterize.Experiments;
using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Samples.Mlp;

/// <summary>How much training changes each layer, over width, for lazy to rich and both families of optimizers.</summary>
internal static class SlopeStudy
{
    private const int Steps = 10;

    /// <summary>Those that the demo measures, unless it is asked for Muon, with their rates at the base width.</summary>
    public static IReadOnlyList<(string Name, double Rate)> Optimizers { get; } = [("SGD", 0.05), ("Adam", 0.001)];

    public static IReadOnlyList<SlopeCheck> Run(
        SampleRun run, ResultStore store, TextTask text, IReadOnlyList<(string Name, double Rate)> optimizers)
    {
        return SlopeCheck.Run(run, store, text.Name, optimizers, Check);

        CoordinateCheck<CharacterMlp> Check(string optimizer, double rate, double richness) => CoordinateCheck
            .Of(width => new CharacterMlp(text.Vocabulary, text.Window, width, richness))
            .Widths(64, run.Pick(128, 1024, 2048))
            .Seeds(run.Pick(2, 3, 3))
            .Steps(Steps)
            .Optimizer(model => optimizer switch
            {
                "SGD" => model.SGD(rate),
                MuonStudy.Name => model.Muon(lr: rate, adamw_lr: MuonStudy.SlopeRate),
                _ => model.Adam(rate),
            })
            .Task(text.Training);
    }
}
