using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Emission;

/// <summary>
/// Writes the scales that the user's own forward pass multiplies by: those of attention logits, of products of vectors and of residual
/// branches.
/// </summary>
internal static class ScaleEmitter
{
    public static void WriteProperties(CodeWriter writer, ModelSpec model)
    {
        foreach (var (name, _, summary) in ForwardScales.Of(model))
        {
            writer.Space().Write($"""
                /// <summary>{summary}</summary>
                public double {name} {"{"} get; private set; {"}"} = double.NaN;
                """);
        }
    }

    /// <summary>One line each: the table holds them too.</summary>
    public static void WriteAssignments(CodeWriter writer, ModelSpec model, FactorExpression factors)
    {
        var baseline = ForwardScales.Of(model with { Options = model.Options with { Baseline = true } }).Select(scale => scale.Value);
        foreach (var ((name, value, _), standard) in ForwardScales.Of(model).Zip(baseline, (scale, standard) => (scale, standard)))
        {
            var suffix = ForwardScales.RootedIn(model, name) is { } index ? AtOtherBase(model, factors, index) : "";
            string[] formulas = value.Equals(standard)
                ? [$"{factors.Of(value)}{suffix}"]
                : [$"{factors.Of(value)}{suffix}", $"baseline: {factors.Of(standard)}{suffix}"];
            writer.Write(writer.List($"{name} = {ArgumentNames.Tensors}.Scale(", [Literal.Of(name), .. formulas], ");"));
        }
    }

    /// <summary>The root of the width at base is not that of the class's own base, where a model holds it at another size.</summary>
    private static string AtOtherBase(ModelSpec model, FactorExpression factors, int index) =>
        $" * {factors.Root($"{Literal.Of((double)model.Widths[index].Base)} / {ArgumentNames.Widths}[{Literal.Of(index)}].Base")}";
}
