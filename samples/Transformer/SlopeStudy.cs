using Parameterize.Experiments;

namespace Parameterize.Samples.Transformer;

/// <summary>How much training changes attention and feed-forward layers, over width, from lazy to rich; heads widen with the model.</summary>
internal static class SlopeStudy
{
    /// <summary>
    /// Few windows: a query learns to move along the sum of the keys that it meets, and the fewer these are, the narrower a head can be
    /// for its logit to follow that rather than chance.
    /// </summary>
    public const int BatchSize = 1;

    private const int Steps = 4;
    private const string Shown = "_blocks.1.";
    private static readonly double[] Dial = [0, 0.25, 0.5];

    public static IReadOnlyList<SlopeCheck> Run(TextTask text, DemoOptions options, ProgressLines progress, CancellationToken cancellation)
    {
        var checks = new List<SlopeCheck>();
        foreach (var richness in Dial)
        {
            using var line = progress.Start(FormattableString.Invariant($"slopes: AdamW, r = {richness}"));
            var result = CoordinateCheck
                .Of(width => new CharacterTransformer(text.Vocabulary, text.Window, width, Demo.HeadWidth(width), Demo.Depth, richness, showLogits: true))
                .Widths(options.Sizes.SlopeWidths.Smallest, options.Sizes.SlopeWidths.Largest)
                .Seeds(options.Sizes.SlopeSeeds)
                .Steps(Steps)
                .Optimizer(model => model.AdamW(0.001))
                .Family(OptimizerFamily.AdamLike)
                .Attention(new AttentionLayers("_blocks.*._logits", "_blocks.*._query", "_blocks.*._key", HeadsWiden: true))
                .Task(text.Training)
                .Run(line, cancellation);
            checks.Add(new SlopeCheck("AdamW", richness, [.. result.Slopes.Where(IsShown).Select(slope => slope with { Layer = slope.Layer[Shown.Length..] })]));
        }

        return checks;
    }

    private static bool IsShown(CoordinateSlope slope) =>
        slope.Quantity is SlopeQuantity.HiddenChange or SlopeQuantity.LogitsChange && slope.Layer.StartsWith(Shown, StringComparison.Ordinal);
}
