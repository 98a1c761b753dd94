using Parameterize.Experiments;

namespace Parameterize.Samples.Mlp;

/// <summary>How much training changes each layer, over width, for lazy to rich and both families of optimizers.</summary>
internal static class SlopeStudy
{
    private const int Steps = 10;
    private static readonly double[] Dial = [0, 0.25, 0.5];

    public static IReadOnlyList<SlopeCheck> Run(TextTask text, DemoOptions options, ProgressLines progress, CancellationToken cancellation)
    {
        var checks = new List<SlopeCheck>();
        foreach (var optimizer in new[] { "SGD", "Adam" })
        {
            foreach (var richness in Dial)
            {
                using var line = progress.Start(FormattableString.Invariant($"slopes: {optimizer}, r = {richness}"));
                var result = CoordinateCheck
                    .Of(width => new CharacterMlp(text.Vocabulary, text.Window, width, richness))
                    .Widths(options.Sizes.SlopeWidths.Smallest, options.Sizes.SlopeWidths.Largest)
                    .Seeds(options.Sizes.SlopeSeeds)
                    .Steps(Steps)
                    .Optimizer(model => optimizer == "SGD" ? model.SGD(0.05) : model.Adam(0.001))
                    .Task(text.Training)
                    .Run(line, cancellation);
                checks.Add(new SlopeCheck(optimizer, richness, [.. result.Slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange)]));
            }
        }

        return checks;
    }
}
