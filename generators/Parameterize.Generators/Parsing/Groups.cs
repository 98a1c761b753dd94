using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling;

namespace Parameterize.Generators.Parsing;

/// <summary>
/// Parameter groups: tensors whose rate, decay and epsilon follow one formula train together. Names come from the rule, not from
/// the numbers, so that an optimizer's state has the same groups at every width.
/// </summary>
internal static class Groups
{
    public static IEnumerable<LayerSpec> Assign(IReadOnlyList<LayerSpec> layers)
    {
        var rules = layers.SelectMany(layer => layer.Tensors).GroupBy(Rule).ToArray();
        var names = new Dictionary<(Factor, Factor, Factor, Factor, Factor), string>();
        foreach (var rule in rules)
        {
            var kinds = string.Join("+", rule.Select(tensor => tensor.Scaling.Kind.ToString().ToLowerInvariant()).Distinct());
            names.Add(rule.Key, names.ContainsValue(kinds) ? $"{kinds} of {rule.First().Scaling.Name}" : kinds);
        }

        return layers.Select(layer => layer with
        {
            Tensors = layer.Tensors.Select(tensor => tensor with { Group = names[Rule(tensor)] }).ToEquatableArray(),
        });
    }

    private static (Factor, Factor, Factor, Factor, Factor) Rule(TensorSpec tensor) => (
        tensor.Scaling.SgdLearningRate,
        tensor.Scaling.AdamLearningRate,
        tensor.Scaling.SgdWeightDecay,
        tensor.Scaling.AdamWeightDecay,
        tensor.Scaling.Epsilon);
}
