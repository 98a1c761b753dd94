using Parameterize.Experiments.Shapes;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments;

/// <summary>
/// Starts a check of what the compiler read of a model: it is built at several widths, and each row of its table (kind, m, q) is compared
/// with how the real shapes grow. Nothing is trained.
/// </summary>
/// <example><code>ShapeCheck.Of(width => new Mlp(width)).Run().Assert();</code></example>
public static class ShapeCheck
{
    /// <summary>A check of the models that <paramref name="build"/> makes, by width.</summary>
    /// <typeparam name="TModel">The annotated class.</typeparam>
    public static ShapeCheck<TModel> Of<TModel>(Func<long, TModel> build)
        where TModel : Module, IParameterizedModel => new(build);
}
