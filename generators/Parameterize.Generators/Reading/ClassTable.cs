using Parameterize.Generators.Model;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;

namespace Parameterize.Generators.Reading;

/// <summary>
/// The rows of all tensors of a class, and its groups. Only of all of them together is a row known: Adam's epsilon, where [Exponents] set
/// the gradient's size.
/// </summary>
internal sealed class ClassTable
{
    private readonly Dictionary<TensorDeclaration, TensorScaling> _rows = [];
    private readonly Groups _groups;

    private ClassTable(IReadOnlyList<LayerDraft> layers, IReadOnlyList<TensorScaling> rows)
    {
        foreach (var row in rows)
        {
            _rows[row.Declaration] = row;
        }

        _groups = new Groups(layers.Where(layer => layer.IsScaled).SelectMany(layer => layer.Tensors).Select(RowOf));
    }

    /// <summary>The parameter groups.</summary>
    public IReadOnlyList<RuleSpec> Rules => _groups.Rules;

    public static ClassTable Of(IReadOnlyList<LayerDraft> layers, ScalingOptions options, IReadOnlyList<ComputedRatio> computed) => new(
        layers,
        ModelTensors.Of(layers.SelectMany(layer => layer.Tensors).Select(tensor => tensor.Declaration).ToArray(), options, computed));

    /// <summary>A tensor's row: that of its declaration, whatever else is like it.</summary>
    public TensorScaling RowOf(TensorDraft tensor) => _rows[tensor.Declaration];

    /// <summary>The layer, its tensors whole.</summary>
    public LayerSpec Whole(LayerDraft layer) => layer.Make(layer.Tensors.Select(tensor =>
    {
        var row = RowOf(tensor);
        return new TensorSpec(
            tensor.Name, tensor.IsCertain, layer.IsScaled ? _groups.Of(row).Variable : null, row, tensor.Shape) { Fans = tensor.Fans };
    }));
}
