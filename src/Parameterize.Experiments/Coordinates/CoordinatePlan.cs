namespace Parameterize.Experiments.Coordinates;

/// <summary>What a coordinate check measures, and what it expects.</summary>
/// <param name="Family">Whose slopes are predicted; null where the families agree.</param>
/// <param name="Attention">Where attention is; null for a model without, or with fused attention.</param>
/// <param name="OverDepth">Whether depth is what varies, and not width.</param>
/// <param name="Further">Modules that the model's table does not know, expected to be of one size and to change alike at any depth.</param>
/// <param name="Dots">Modules that give out products of two wide vectors, expected to do over width what a readout does.</param>
internal sealed record CoordinatePlan(
    OptimizerFamily? Family, AttentionLayers? Attention, bool OverDepth, IReadOnlyList<string> Further, IReadOnlyList<string> Dots)
{
    /// <summary>The modules that the check was told of by name, which a run has to call.</summary>
    public IReadOnlyList<string> Told =>
    [
        .. OverDepth ? Further : Dots,
        .. Attention is null || OverDepth ? [] : new[] { Attention.Logits, Attention.Query, Attention.Key },
    ];

    /// <summary>A layer in the order of the model's table, or a further one.</summary>
    /// <param name="scaling">The class's table.</param>
    /// <param name="richness">The richness that it runs at.</param>
    /// <param name="growth">How each of its ratios grows over the sizes that are run.</param>
    /// <exception cref="InvalidOperationException">The slopes depend on a family that is not given.</exception>
    public IReadOnlyList<LayerExpectation> Of(
        ModelScaling scaling, double richness, IReadOnlyDictionary<string, double> growth) => OverDepth
        ? DepthExpectations(scaling, richness, growth)
        : WidthExpectations(scaling, richness, growth);

    private LayerExpectation[] DepthExpectations(
        ModelScaling scaling, double richness, IReadOnlyDictionary<string, double> growth) =>
    [
        .. Further.Select(layer => new LayerExpectation(new(layer, 0, 0), SlopeQuantity.Preactivation, SlopeQuantity.HiddenChange)),
        .. scaling.Predict(Family ?? scaling.Families[0], richness, growth)
            .Where(slopes => !LayerPattern.IsInList(slopes.Layer))
            .Select(slopes => LayerExpectation.Of(new(slopes.Layer, 0, 0), scaling)),
    ];

    private IReadOnlyList<LayerExpectation> WidthExpectations(
        ModelScaling scaling, double richness, IReadOnlyDictionary<string, double> growth)
    {
        if (Family is { } told)
        {
            return Under(told);
        }

        var expected = scaling.Families.Select(Under).ToArray();
        return expected.Skip(1).Aggregate(expected[0], Common);

        IReadOnlyList<LayerExpectation> Under(OptimizerFamily family)
        {
            LayerExpectation[] layers =
            [
                .. scaling.Predict(family, richness, growth).Select(slopes => LayerExpectation.Of(slopes, scaling)),
                .. Dots.Select(layer => new LayerExpectation(new(layer, -richness, 0), SlopeQuantity.Output, SlopeQuantity.OutputChange)),
            ];
            return Attention?.In(layers, family, richness, scaling.Options.AttentionExponent) ?? layers;
        }

        IReadOnlyList<LayerExpectation> Common(IReadOnlyList<LayerExpectation> one, IReadOnlyList<LayerExpectation> other) =>
            [.. one.Zip(other, (first, second) => first.With(second) ?? throw new InvalidOperationException(
                $"The slopes of '{scaling.Model}' differ between families of optimizers; say which one trains it: " +
                ".Family(OptimizerFamily.AdamLike)."))];
    }
}
