using Parameterize.Experiments;

namespace Parameterize.Samples.ConvNet;

/// <summary>The coordinate check of one optimizer at one richness.</summary>
internal sealed record SlopeCheck(string Optimizer, double Richness, CoordinateCheckResult Result)
{
    /// <summary>The slopes of the change of the convolutions, which the dial sets.</summary>
    public IEnumerable<CoordinateSlope> HiddenChanges => Result.Slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange);
}

/// <summary>How much training changes each layer, over the number of channels.</summary>
internal static class SlopeStudy
{
    public static readonly IReadOnlyList<double> Dial = [0, 0.25, 0.5];
    public static readonly IReadOnlyList<string> Optimizers = ["SGD", "Adam"];

    // Steps few and small, so that narrow networks, which learn features at any richness, do not do so here.
    private const int Steps = 3;
    private static readonly GratingTask Task = new(side: 8, batchSize: 64);

    public static SlopeCheck Run(string optimizer, double richness, (long Smallest, long Largest) widths, int seeds, CancellationToken cancellation = default)
    {
        var result = CoordinateCheck
            .Of(channels => new GratingNet(channels, richness))
            .Widths(widths.Smallest, widths.Largest)
            .Seeds(seeds)
            .Steps(Steps)
            .Optimizer(model => optimizer == "SGD" ? model.SGD(0.02) : model.Adam(0.0002))
            .Task(Task.Training)
            .Run(cancellation: cancellation);
        return new SlopeCheck(optimizer, richness, result);
    }
}
