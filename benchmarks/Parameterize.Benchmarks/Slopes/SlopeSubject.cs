using Parameterize.Experiments;
using Parameterize.Experiments.Coordinates;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Benchmarks.Slopes;

/// <summary>A model of the table of slopes.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Dial">The r that it is trained at.</param>
/// <param name="Shown">The layers that have a row.</param>
/// <param name="Measure">Its coordinate check under one family at one r.</param>
internal sealed record SlopeSubject(
    string Name, IReadOnlyList<double> Dial, IReadOnlyList<string> Shown, Func<OptimizerFamily, double, CoordinateCheckResult> Measure)
{
    /// <summary>The whole dial.</summary>
    public static readonly IReadOnlyList<double> Every = [0, 0.25, 0.5];

    /// <summary>The module through which a model's product of two vectors passes, where it has one.</summary>
    public const string Dot = "_product";

    private const int Steps = 10;

    /// <param name="name">What it is.</param>
    /// <param name="build">The model, by width and richness.</param>
    /// <param name="sgd">SGD, at a rate that trains.</param>
    /// <param name="adam">Adam, the same.</param>
    /// <param name="task">What it trains on.</param>
    /// <param name="sizes">The smallest and the largest width.</param>
    /// <param name="shown">The layers that have a row.</param>
    public static SlopeSubject Of<TModel>(
        string name,
        Func<long, double, TModel> build,
        Func<TModel, optim.Optimizer> sgd,
        Func<TModel, optim.Optimizer> adam,
        TrainingTask task,
        (long Smallest, long Largest, int Seeds) sizes,
        params string[] shown)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel => new(name, Every, shown, (family, richness) => CoordinateCheck
            .Of(width => build(width, richness))
            .Widths(sizes.Smallest, sizes.Largest).Seeds(sizes.Seeds).Steps(Steps)
            .Optimizer(family == OptimizerFamily.SgdLike ? sgd : adam)
            .Family(family)
            .Task(task)
            .Dots([.. shown.Where(layer => layer == Dot)])
            .Run());
}
