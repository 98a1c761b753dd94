using Parameterize.Experiments;
using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Samples.Transformer;

/// <summary>
/// How much training changes attention and feed-forward layers, over width, from lazy to rich; heads widen with the model.
/// </summary>
internal static class SlopeStudy
{
    /// <summary>
    /// One short window: a query learns to move along the sum of the keys that it meets, and the fewer these are, the narrower a head can
    /// be for its logit to follow that rather than chance. In windows of 32 the slope of logits is 0.17 below the prediction for heads of
    /// 64 to 512, and 0.03 from 256 to 512; in windows of 8 it is 0.06 below for all.
    /// </summary>
    public const int BatchSize = 1;

    /// <summary>How many characters are in it.</summary>
    public const int Window = 8;

    private const int Steps = 4;
    private const string Block = "_blocks.1.";

    public static IReadOnlyList<SlopeCheck> Run(SampleRun run, ResultStore store, TextTask text)
    {
        return SlopeCheck.Run(run, store, text.Name, [("AdamW", 0.001)], Check, Shown);

        CoordinateCheck<CharacterTransformer> Check(string optimizer, double rate, double richness) => CoordinateCheck
            .Of(width => new CharacterTransformer(text.Vocabulary, text.Window, width, Demo.HeadWidth(width), Demo.Depth, richness,
                showLogits: true))
            .Widths(run.Pick(64, 128, 128), run.Pick(128, 1024, 2048))
            .Seeds(run.Pick(2, 4, 4))
            .Steps(Steps)
            .Optimizer(model => model.AdamW(rate))
            .Family(OptimizerFamily.AdamLike)
            .Attention(new AttentionLayers("_blocks.*._logits", "_blocks.*._query", "_blocks.*._key", HeadsWiden: true))
            .Task(text.Training);
    }

    /// <summary>The changes in the last block.</summary>
    private static IEnumerable<CoordinateSlope> Shown(IEnumerable<CoordinateSlope> slopes) => slopes
        .Where(slope => slope.Quantity is SlopeQuantity.HiddenChange or SlopeQuantity.LogitsChange)
        .Where(slope => slope.Layer.StartsWith(Block, StringComparison.Ordinal))
        .Select(slope => slope with { Layer = slope.Layer[Block.Length..] });
}
