using Parameterize.Experiments.Coordinates;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments;

/// <summary>Starts a coordinate check: does training change each layer as its annotations predict, at every width?</summary>
/// <example>
/// <code>
/// CoordinateCheck.Of(width => new Mlp(width))
///     .Widths(64, 2048).Seeds(3).Steps(10)
///     .Optimizer(model => model.Adam(5e-3))
///     .Task(task)
///     .Run().Assert(tolerance: 0.05);
/// </code>
/// </example>
public static class CoordinateCheck
{
    /// <summary>A check of the models that <paramref name="build"/> makes, by width.</summary>
    public static CoordinateCheck<TModel> Of<TModel>(Func<long, TModel> build)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel => new(build);
}
