using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Reading;

/// <summary>
/// Parameter groups: tensors whose rate, decay and epsilon follow one formula train together. Names come from the rule, not from
/// the numbers, so that an optimizer's state has the same groups at every width.
/// </summary>
internal static class Groups
{
    public static (IReadOnlyList<LayerSpec> Layers, IReadOnlyList<RuleSpec> Rules) Assign(IReadOnlyList<LayerSpec> layers)
    {
        var rules = new Dictionary<(Factor, Factor, Factor, Factor, Factor), RuleSpec>();
        foreach (var group in layers.Where(layer => layer.IsScaled).SelectMany(layer => layer.Tensors).GroupBy(Formulas))
        {
            var kinds = group.Select(tensor => tensor.Scaling.Kind).Distinct().Select(kind => kind.ToString()).ToArray();
            var name = string.Join(", ", kinds).ToLowerInvariant();
            var twins = rules.Values.Count(rule => rule.Name == name || rule.Name.StartsWith(name + " (", StringComparison.Ordinal));
            var first = char.ToLowerInvariant(kinds[0][0]) + kinds[0].Substring(1);
            var sameVariable = rules.Values.Count(rule => rule.Variable.StartsWith(first + "Rule", StringComparison.Ordinal));
            rules.Add(group.Key, new RuleSpec(
                twins == 0 ? name : $"{name} ({group.First().Scaling.Name})",
                sameVariable == 0 ? first + "Rule" : first + "Rule" + Literal.Of(sameVariable + 1),
                group.First().Scaling));
        }

        var named = layers.Select(layer => !layer.IsScaled
            ? layer
            : layer with { Tensors = layer.Tensors.Select(tensor => tensor with { Rule = rules[Formulas(tensor)].Variable }).ToEquatableArray() });
        return (named.ToArray(), rules.Values.ToArray());
    }

    private static (Factor, Factor, Factor, Factor, Factor) Formulas(TensorSpec tensor) => (
        tensor.Scaling.SgdLearningRate,
        tensor.Scaling.AdamLearningRate,
        tensor.Scaling.SgdWeightDecay,
        tensor.Scaling.AdamWeightDecay,
        tensor.Scaling.Epsilon);
}
