using Parameterize.Experiments.Training;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Shapes;

/// <summary>One model as it was built: its table, and the shapes of its tensors. The model itself is gone.</summary>
internal sealed record BuiltShapes(
    long Width, bool IsBaseline, ModelParameterization Table, IReadOnlyDictionary<string, long[]> Shapes)
{
    public static BuiltShapes Of<TModel>(long width, Func<long, TModel> build)
        where TModel : Module, IParameterizedModel
    {
        using var model = Built(width, build);
        var table = model.Parameterization;
        var shapes = model.named_parameters().DistinctBy(tensor => tensor.name)
            .ToDictionary(tensor => tensor.name, tensor => tensor.parameter.shape);
        foreach (var row in table.Tensors)
        {
            // A module that is held twice is listed once, and has rows under both names.
            if (!shapes.ContainsKey(row.Name) && model.get_parameter(row.Name) is { } shared)
            {
                shapes.Add(row.Name, shared.shape);
            }
        }

        return new BuiltShapes(width, model.Scaling.Options.Baseline, table, shapes);
    }

    /// <summary>What a factory throws is said with the width: a model that does not take each is told which.</summary>
    private static TModel Built<TModel>(long width, Func<long, TModel> build)
        where TModel : Module, IParameterizedModel
    {
        try
        {
            return SeededModels.Build(0, () => build(width))
                ?? throw new InvalidOperationException("the function that builds it returned null.");
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"No '{typeof(TModel).Name}' could be built from {width}: {thrown.Message} ")
                + "If it does not take this width, give widths that it takes, as ShapeCheck.Of(...).Widths(64, 128).",
                thrown);
        }
    }

    public bool HasShapesOf(BuiltShapes other) => Shapes.Count == other.Shapes.Count
        && Shapes.All(tensor => other.Shapes.TryGetValue(tensor.Key, out var shape) && tensor.Value.SequenceEqual(shape));
}
