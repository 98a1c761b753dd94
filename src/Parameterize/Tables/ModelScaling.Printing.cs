using Parameterize.Scaling.Rules;

namespace Parameterize;

/// <content>The table as text, Markdown and JSON.</content>
public sealed partial class ModelScaling
{
    /// <summary>As an aligned text table of formulas.</summary>
    public override string ToString() => $"{Caption()}\n{Table().ToText()}{string.Concat(Computed.Select(computed => $"\n{computed}"))}";

    /// <summary>As a Markdown table of formulas, with the verdict below it where something can be proved.</summary>
    public string ToMarkdown() =>
        $"{Caption()}\n\n{Table().ToMarkdown()}"
        + string.Concat(Computed.Select(
            computed => $"\n\n`{computed.Symbol}` is `{computed.Expression}` over its value at base widths, {computed.AtBase}."))
        + (Verdict() is { Length: > 0 } words ? $"\n\nAs widths grow, {words}." : "");

    /// <summary>
    /// As a JSON object; formulas are strings. The verdicts of a class whose dial is set at run time are those at both ends of it.
    /// </summary>
    public string ToJson() => new JsonText()
        .Open('{')
        .Property("model", Model)
        .Property("gauge", Options.Gauge.ToString())
        .Property("richness", RichnessText())
        .Array("computed", Computed, (json, computed) => json
            .Open('{')
            .Property("symbol", computed.Symbol)
            .Property("expression", computed.Expression)
            .Property("atBase", computed.AtBase)
            .Property("growth", computed.Growth.ToString())
            .Close('}'))
        .Array("tensors", Tensors, (json, row) => json
            .Open('{')
            .Property("name", row.Name)
            .Property("kind", row.Kind.ToString())
            .Property("fanIn", row.Declaration.Ratios.FanIn.ToString())
            .Property("fanOut", row.Declaration.Ratios.FanOut.ToString())
            .Property("multiplier", row.Multiplier.ToString())
            .Property("initStd", row.InitStd.ToString())
            .Property("draw", row.Draw.ToString())
            .Families("LearningRate", family => row.LearningRate(family).ToString())
            .Families("WeightDecay", family => row.WeightDecay(family).ToString())
            .Property("coupledDecay", row.CoupledDecay.ToString())
            .Property("epsilon", row.Epsilon(OptimizerFamily.AdamLike).ToString())
            .Close('}'))
        .Array("slopes", Slopes, (json, slope) => json
            .Open('{')
            .Property("layer", slope.Layer)
            .Property("atInit", slope.AtInit.ToString())
            .Property("change", slope.Change.ToString())
            .Close('}'))
        .Property("verdict", Verdict())
        .Array("verdicts", Proofs(), (json, proof) => json
            .Open('{')
            .Property("family", proof.Family.Name())
            .Property("richness", proof.Richness.ToString())
            .Property("property", proof.Verdict.Property.ToString())
            .Property("holds", proof.Verdict.Holds)
            .Property("sentence", proof.Verdict.Sentence)
            .Close('}'))
        .Close('}')
        .ToString();

    private string Caption() => Options.Baseline
        ? $"{Model}: standard parametrization, one rate and no multiplier"
        : $"{Model}: r = {RichnessText()}, gauge {Options.Gauge}";

    private string RichnessText() => Options.Richness?.ToString() ?? "set at run time";

    private TextTable Table() => FamilyColumns.Table(
        Tensors,
        row =>
        [
            row.Name,
            row.Kind.ToString(),
            row.Declaration.Ratios.FanIn.ToString(),
            row.Declaration.Ratios.FanOut.ToString(),
            row.Multiplier.ToString(),
            row.InitStd.ToString(),
        ],
        row => row.Families,
        factor => factor.ToString());
}
