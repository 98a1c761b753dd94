using Parameterize.Experiments;
using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Samples.ConvNet;

/// <summary>How much training changes each layer, over the number of channels.</summary>
internal static class SlopeStudy
{
    /// <summary>The optimizers and their rates at the base width.</summary>
    public static readonly IReadOnlyList<(string Name, double Rate)> Optimizers = [("SGD", 0.02), ("Adam", 0.0002)];

    // Steps few and small, so that narrow networks, which learn features at any richness, do not do so here.
    private const int Steps = 3;
    private static readonly GratingTask Task = new(side: 8, batchSize: 64);

    public static IReadOnlyList<SlopeCheck> Run(SampleRun run, ResultStore store) => SlopeCheck.Run(
        run,
        store,
        "gratings",
        Optimizers,
        (optimizer, rate, richness) => Check(optimizer, rate, richness).Widths(16, run.Pick(32, 128, 256)).Seeds(run.Pick(2, 16, 16)));

    /// <summary>The check of one optimizer at one richness, whatever the widths.</summary>
    public static CoordinateCheck<GratingNet> Check(string optimizer, double rate, double richness) => CoordinateCheck
        .Of(channels => new GratingNet(channels, richness))
        .Steps(Steps)
        .Optimizer(model => optimizer == "SGD" ? model.SGD(rate) : model.Adam(rate))
        .Task(Task.Training);
}
