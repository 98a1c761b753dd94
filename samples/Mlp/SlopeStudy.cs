using Parameterize.Experiments;

namespace Parameterize.Samples.Mlp;

/// <summary>The coordinate check of one optimizer at one richness.</summary>
internal sealed record SlopeCheck(string Optimizer, double Richness, CoordinateCheckResult Result);

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
                    .Of(width => new CharacterMlp(text.Vocabulary, TextTask.Window, width, richness))
                    .Widths(options.SlopeWidths.Smallest, options.SlopeWidths.Largest)
                    .Seeds(options.Seeds)
                    .Steps(Steps)
                    .Optimizer(model => optimizer == "SGD" ? model.SGD(0.05) : model.Adam(0.001))
                    .Task(text.Training)
                    .Run(line, cancellation);
                checks.Add(new SlopeCheck(optimizer, richness, result));
            }
        }

        return checks;
    }
}
