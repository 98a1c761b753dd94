namespace Parameterize.Experiments.Coordinates;

/// <summary>What a coordinate check measures, and what it expects.</summary>
/// <param name="Family">Whose slopes are predicted; null where the families agree.</param>
/// <param name="Attention">Where attention is; null for a model without, or with fused attention.</param>
/// <param name="OverDepth">Whether depth is what varies, and not width.</param>
/// <param name="Further">Modules that the model's table does not know, expected to be of one size and to change alike at any depth.</param>
internal sealed record CoordinatePlan(OptimizerFamily? Family, AttentionLayers? Attention, bool OverDepth, IReadOnlyList<string> Further)
{
    /// <summary>A layer in the order of the model's table, or a further one.</summary>
    /// <exception cref="InvalidOperationException">The slopes depend on a family that is not given.</exception>
    public IReadOnlyList<LayerExpectation> Of(ModelScaling scaling, double richness) => OverDepth
        ? DepthExpectations(scaling, richness)
        : WidthExpectations(scaling, richness);

    private LayerExpectation[] DepthExpectations(ModelScaling scaling, double richness) =>
    [
        .. Further.Select(layer => new LayerExpectation(layer, 0, 0, SlopeQuantity.Preactivation, SlopeQuantity.HiddenChange)),
        .. scaling.SlopesOf(Family ?? scaling.Families[0], richness)
            .Where(slopes => !LayerPattern.IsInList(slopes.Layer))
            .Select(slopes => LayerExpectation.Of(slopes, scaling) with { AtInit = 0, Change = 0 }),
    ];

    private IReadOnlyList<LayerExpectation> WidthExpectations(ModelScaling scaling, double richness)
    {
        if (Family is { } told)
        {
            return Under(told);
        }

        var expected = scaling.Families.Select(Under).ToArray();
        return expected.All(other => other.SequenceEqual(expected[0]))
            ? expected[0]
            : throw new InvalidOperationException(
                $"The slopes of '{scaling.Model}' differ between families of optimizers; say which one trains it: " +
                ".Family(OptimizerFamily.AdamLike).");

        IReadOnlyList<LayerExpectation> Under(OptimizerFamily family)
        {
            LayerExpectation[] layers = [.. scaling.SlopesOf(family, richness).Select(slopes => LayerExpectation.Of(slopes, scaling))];
            return Attention?.In(layers, family, scaling.Options.AttentionExponent) ?? layers;
        }
    }
}
