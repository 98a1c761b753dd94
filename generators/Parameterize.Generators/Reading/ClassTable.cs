using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;
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

/// <summary>
/// Parameter groups: tensors whose rate, decay and epsilon follow one formula train together. Names come from the rule, not from
/// the numbers, so that an optimizer's state has the same groups at every width.
/// </summary>
internal sealed class Groups
{
    /// <summary>How many kinds a variable is named after: more would make it longer than what it says.</summary>
    private const int MostKinds = 3;

    private readonly Dictionary<ByFamily<FamilyScaling<Factor>>, RuleSpec> _rules = [];
    private readonly List<RuleSpec> _inOrder = [];

    /// <param name="rows">The rows of all tensors that are scaled.</param>
    public Groups(IEnumerable<TensorScaling> rows)
    {
        foreach (var group in rows.GroupBy(row => row.Families))
        {
            var kinds = group.Select(row => row.Kind).Distinct().Select(kind => kind.ToString()).ToArray();
            var name = string.Join(", ", kinds).ToLowerInvariant();
            var twins = _inOrder.Count(rule => rule.Name == name || rule.Name.StartsWith(name + " (", StringComparison.Ordinal));
            var variable = kinds.Length > MostKinds
                ? "commonRule"
                : $"{char.ToLowerInvariant(kinds[0][0])}{string.Concat(kinds).Substring(1)}Rule";
            var sameVariable = _inOrder.Count(rule => rule.Variable.StartsWith(variable, StringComparison.Ordinal));
            var rule = new RuleSpec(
                twins == 0 ? name : $"{name} ({group.First().Name})",
                sameVariable == 0 ? variable : variable + Literal.Of(sameVariable + 1),
                group.First());
            _rules.Add(group.Key, rule);
            _inOrder.Add(rule);
        }
    }

    /// <summary>In the order in which the class has them.</summary>
    public IReadOnlyList<RuleSpec> Rules => _inOrder;

    /// <summary>The group of a tensor that is scaled.</summary>
    public RuleSpec Of(TensorScaling row) => _rules[row.Families];
}
