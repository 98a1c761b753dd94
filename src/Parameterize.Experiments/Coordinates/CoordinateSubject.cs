using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments;

/// <summary>What a coordinate check is of, the same at every width.</summary>
/// <param name="Model">The class's name.</param>
/// <param name="Richness">The richness that it runs at.</param>
/// <param name="Expected">What is expected of its layers.</param>
internal sealed record CoordinateSubject(string Model, double Richness, IReadOnlyList<LayerExpectation> Expected)
{
    public static CoordinateSubject Of<TModel>(Func<TModel> build, CoordinatePlan plan)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        using var model = SeededModels.Build(0, build);
        var richness = model.Parameterization.Richness;
        return new CoordinateSubject(model.Scaling.Model, richness, plan.Of(model.Scaling, richness));
    }

    public CoordinateCheckResult Gather(IReadOnlyList<CoordinateTrial> trials)
    {
        return new CoordinateCheckResult(Model, Richness, [.. trials[0].Layers.Keys.SelectMany(Slopes)]);

        IEnumerable<CoordinateSlope> Slopes(string layer)
        {
            var expected = Expected.First(one => LayerPattern.Matches(one.Layer, layer));
            if (trials.Any(trial => trial.Layers[layer].AtInit != 0)) // what starts at zero has no size that could have a slope
            {
                yield return Slope(expected.SizeQuantity, expected.AtInit.At(Richness), trial => trial.Layers[layer].AtInit);
            }

            yield return Slope(expected.ChangeQuantity, expected.Change.At(Richness), trial => trial.Layers[layer].Change);

            CoordinateSlope Slope(SlopeQuantity quantity, double predicted, Func<CoordinateTrial, double> value) =>
                new(layer, quantity, predicted, [.. trials.Select(trial => new Observation(trial.Width, trial.Seed, value(trial)))]);
        }
    }
}
