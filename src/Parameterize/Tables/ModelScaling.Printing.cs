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
            .Property("sgdLearningRate", row.SgdLearningRate.ToString())
            .Property("adamLearningRate", row.AdamLearningRate.ToString())
            .Property("sgdWeightDecay", row.SgdWeightDecay.ToString())
            .Property("adamWeightDecay", row.AdamWeightDecay.ToString())
            .Property("epsilon", row.Epsilon.ToString())
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
            .Property("family", FamilyName(proof.Family))
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

    private TextTable Table() => new(
        ["tensor", "kind", "m", "q", "M", "sigma", "eta SGD", "eta Adam", "lambda SGD", "lambda Adam", "eps"],
        Tensors.Select(row => new[]
        {
            row.Name,
            row.Kind.ToString(),
            row.Declaration.Ratios.FanIn.ToString(),
            row.Declaration.Ratios.FanOut.ToString(),
            row.Multiplier.ToString(),
            row.InitStd.ToString(),
            row.SgdLearningRate.ToString(),
            row.AdamLearningRate.ToString(),
            row.SgdWeightDecay.ToString(),
            row.AdamWeightDecay.ToString(),
            row.Epsilon.ToString(),
        }));
}
