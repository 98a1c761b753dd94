using System.Text.Json.Nodes;
using Parameterize.Tool.Inspect;

namespace Parameterize.Tool.Review;

/// <summary>One thing that two versions of a model say otherwise.</summary>
/// <param name="Model">The class's full name.</param>
/// <param name="Tensor">The tensor; empty for what the class says as a whole.</param>
/// <param name="What">The factor, as tables head it.</param>
/// <param name="Old">What was; empty where it was not there.</param>
/// <param name="New">What is; empty where it is gone.</param>
internal sealed record ScalingDifference(string Model, string Tensor, string What, string Old, string New)
{
    private static readonly string[] OfModel = ["richness", "gauge", "sizes", "verdict"];

    /// <summary>All of them, model by model and tensor by tensor.</summary>
    public static IReadOnlyList<ScalingDifference> Between(IReadOnlyList<ModelTable> old, IReadOnlyList<ModelTable> now) =>
    [
        .. from type in old.Concat(now).Select(model => model.Type).Distinct().Order(StringComparer.Ordinal)
           let before = old.FirstOrDefault(model => model.Type == type)
           let after = now.FirstOrDefault(model => model.Type == type)
           from difference in Between(type, before, after)
           select difference,
    ];

    private static IEnumerable<ScalingDifference> Between(string type, ModelTable? old, ModelTable? now)
    {
        if (old is null || now is null)
        {
            return [new ScalingDifference(type, "", "model", old is null ? "" : "there", now is null ? "" : "there")];
        }

        var tensors = old.Tensors.Concat(now.Tensors).Select(row => row["name"]).Distinct();
        return OfModel.Select(name => new ScalingDifference(type, "", name, Text(old, name), Text(now, name)))
            .Where(difference => difference.Old != difference.New)
            .Concat(tensors.SelectMany(tensor => Between(type, tensor, old, now)));
    }

    private static IEnumerable<ScalingDifference> Between(string type, string tensor, ModelTable old, ModelTable now)
    {
        var before = old.Tensors.FirstOrDefault(row => row["name"] == tensor);
        var after = now.Tensors.FirstOrDefault(row => row["name"] == tensor);
        return before is null || after is null
            ? [new ScalingDifference(type, tensor, "tensor", before?["kind"] ?? "", after?["kind"] ?? "")]
            : before.Keys.Union(after.Keys)
                .Select(name => new ScalingDifference(
                    type, tensor, InspectReport.HeaderOf(name), before.GetValueOrDefault(name, ""), after.GetValueOrDefault(name, "")))
                .Where(difference => difference.Old != difference.New);
    }

    private static string Text(ModelTable model, string name)
    {
        if (model.Json[name] is JsonValue value)
        {
            return value.ToString();
        }

        return name == "sizes" ? model.Sizes : "";
    }
}
