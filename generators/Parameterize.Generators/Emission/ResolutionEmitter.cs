using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Generators.Emission;

/// <summary>
/// Writes what turns width ratios into numbers: the resolved table with its formulas, the multipliers and the scales. A model that holds this
/// one at another size calls it again, with the ratios that it has there.
/// </summary>
internal static class ResolutionEmitter
{
    private const string Support = "global::Parameterize.Generated.TorchSupport.";
    private const string NotKnown = "double.NaN";

    public static void Write(CodeWriter writer, ModelSpec model, ArgumentNames names, FactorExpression factors)
    {
        writer.Space().Write("/// <summary>The formulas: fills the table, the multipliers and the scales with their numbers at given widths.</summary>");
        string[] parameters =
        [
            $"global::System.Collections.Generic.IReadOnlyList<global::Parameterize.WidthRatio> {ArgumentNames.Widths}",
            $"double {Name(names.Richness, "richness")}",
            $"double {Name(names.Gamma, "gamma")}",
        ];
        using (writer.Block(writer.List("global::Parameterize.ModelParameterization global::Parameterize.INestedModel.Resolve(", parameters, ")")))
        {
            foreach (var (width, index) in model.Widths.Select((width, index) => (width, index)))
            {
                writer.Write($"double {width.Symbol} = {ArgumentNames.Widths}[{Literal.Of(index)}].Ratio;");
            }

            foreach (var computed in model.Widths.Ratios().Take(1))
            {
                writer.Write($"{Support}CheckOwnBase({Literal.Of(model.Name)}, {Literal.Of(computed.Expression)}, {IsAtBase(model)});");
            }

            foreach (var (member, heads) in model.Layers.Where(layer => layer.HeadRatio is not null).Select(layer => (layer.RegisteredName, layer.HeadRatio!)))
            {
                writer.Write($"{Support}CheckHeads({Literal.Of(model.Name)}, {Literal.Of(member)}, {factors.Of(heads)});");
            }

            foreach (var rule in model.Rules)
            {
                writer.Space();
                WriteWithCells(writer, $"global::Parameterize.ParameterRule {rule.Variable} = new({Literal.Of(rule.Name)})", ";", RuleCells(rule, factors));
            }

            writer.Space().Write("global::System.Collections.Generic.List<global::Parameterize.TensorParameterization> tensors = new();");
            foreach (var member in model.Layers.GroupBy(layer => layer.Root))
            {
                // The last ones are told from those in front, and both from the others, by who comes first.
                foreach (var layer in member.OrderBy(layer => layer, PlaceOrder.Instance))
                {
                    WriteLayer(writer, model, layer, factors);
                }
            }

            writer.Space();
            ScaleEmitter.WriteAssignments(writer, model, factors);
            WriteTable(writer, model, names);
            foreach (var layer in ModelEmitter.WithMultiplier(model))
            {
                writer.Write($"{MemberNameList.MultiplierField(layer)} = {Support}Multiplier(_parameterization, {Literal.Of(layer.Tensors[0].Scaling.Name)});");
            }

            writer.Write("return _parameterization;");
        }

        static string Name(string dial, string otherwise) => dial.Length == 0 ? otherwise : dial;
    }

    /// <summary>The resolved table, and what forward methods multiply by besides, here and in the models inside.</summary>
    private static void WriteTable(CodeWriter writer, ModelSpec model, ArgumentNames names)
    {
        var width = model.Widths.FirstOrDefault(number => number.Axis == GrowthAxis.Width)?.Symbol ?? "1";
        var scales = ForwardScales.Of(model).Select(scale => $"({Literal.Of(scale.Name)}, {scale.Name})").ToArray();
        var creation = writer.List(
            "_parameterization = new global::Parameterize.ModelParameterization(",
            [Literal.Of(model.Name), $"global::Parameterize.Gauge.{model.Options.Gauge}", .. InitializationEmitter.Dial(model, names), width, Rows(model)],
            ")");
        using (writer.Block(creation, end: "}.WithFinite(Scaling).WithSizesOf(_parameterization);"))
        {
            writer.Write($"Widths = {ArgumentNames.Widths},");
            if (scales.Length > 0 || model.Layers.Any(layer => layer.Form == LayerForm.Nested))
            {
                writer.Write(writer.List($"Scales = {Support}Scales(", ["this", .. scales], "),"));
            }
        }
    }

    /// <summary>Rows that stand for tensors of one name each are written in order; others are found at run time, in groups.</summary>
    private static string Rows(ModelSpec model) =>
        model.Layers.Any(layer => layer.Form == LayerForm.Nested || layer.Tensors.Any(tensor => !tensor.IsCertain)) ? $"{Support}InOrder(this, tensors)" : "tensors";

    private static void WriteLayer(CodeWriter writer, ModelSpec model, LayerSpec layer, FactorExpression factors)
    {
        var registered = Literal.Of(layer.RegisteredName);
        if (layer.Form == LayerForm.Nested)
        {
            writer.Write(writer.List($"{Support}AddNested(", ["tensors", "this", Literal.Of(layer.Place is null ? layer.RegisteredName : layer.Pattern), .. Adopted(model, layer, factors)], ");"));
            return;
        }

        if (!layer.IsScaled)
        {
            writer.Write($"{Support}AddUnscaled(tensors, this, {registered});");
            return;
        }

        var prefix = layer.Pattern;
        var type = layer.Step is { IsAmongOthers: true, Type: var among } ? $", typeof(global::TorchSharp.Modules.{among})" : "";
        foreach (var tensor in layer.Tensors)
        {
            var name = tensor.Name.Length == 0 ? prefix : $"{prefix}.{tensor.Name}";
            if (tensor.IsCertain)
            {
                WriteRow(writer, Literal.Of(name), tensor, layer, factors);
                continue;
            }

            using (writer.Space().Block($"foreach (string name in {Support}Names(this, tensors, {Literal.Of(name)}{type}))"))
            {
                WriteRow(writer, "name", tensor, layer, factors);
            }

            writer.Space();
        }

        if (layer.TiedTo is not null)
        {
            var unused = $"{layer.Access}.weight.requires_grad = false; // unused: {layer.ForwardName} takes {layer.TiedTo.Weight}";
            if (layer.IsOptional)
            {
                using (writer.Block($"if ({layer.Access} is not null)"))
                {
                    writer.Write(unused);
                }
            }
            else
            {
                writer.Write(unused);
            }
        }
    }

    private static void WriteRow(CodeWriter writer, string name, TensorSpec tensor, LayerSpec layer, FactorExpression factors) => WriteWithCells(
        writer,
        $"tensors.Add(new({name}, global::Parameterize.ParameterKind.{tensor.Scaling.Kind}, {tensor.Rule}{(tensor.Shape is null ? "" : $", {Literal.Of(tensor.Shape.ToString())}")})",
        ");",
        TensorCells(layer, tensor, factors));

    /// <summary>An object and the properties that are not 1, each with its formula.</summary>
    private static void WriteWithCells(CodeWriter writer, string creation, string end, IEnumerable<string> cells)
    {
        var set = cells.ToArray();
        var inOneLine = $"{creation}{(set.Length == 0 ? "" : $" {{ {string.Join(", ", set)} }}")}{end}";
        if (set.Length == 0 || (set.Length <= 2 && writer.Fits(inOneLine)))
        {
            writer.Write(inOneLine);
            return;
        }

        using (writer.Block(creation, end: "}" + end))
        {
            foreach (var cell in set)
            {
                writer.Write(cell + ",");
            }
        }
    }

    private static IEnumerable<string> RuleCells(RuleSpec rule, FactorExpression factors) => Cells(
        factors,
        ("SgdLearningRate", rule.Formulas.Families.SgdLike.LearningRate),
        ("AdamLearningRate", rule.Formulas.Families.AdamLike.LearningRate),
        ("SgdWeightDecay", rule.Formulas.Families.SgdLike.WeightDecay),
        ("AdamWeightDecay", rule.Formulas.Families.AdamLike.WeightDecay),
        ("Epsilon", rule.Formulas.Families.AdamLike.Epsilon)).Concat(SpectralCells(rule.Formulas.Families, factors));

    /// <summary>A spectral optimizer's own factors, of a group that it does not leave to an Adam-like one.</summary>
    private static IEnumerable<string> SpectralCells(ByFamily<FamilyScaling<Factor>> families, FactorExpression factors) =>
        families.Spectral == families.AdamLike
            ? []
            : [$"Spectral = ({factors.Of(families.Spectral.LearningRate)}, {factors.Of(families.Spectral.WeightDecay)})"];

    private static IEnumerable<string> TensorCells(LayerSpec layer, TensorSpec tensor, FactorExpression factors)
    {
        var scaling = tensor.Scaling;
        var isRedrawn = layer.Init is { Std: not null, Zero: false } && tensor.Name is ("weight" or "");
        var cells = Cells(
            factors,
            ("FanIn", scaling.Declaration.Ratios.FanIn),
            ("FanOut", scaling.Declaration.Ratios.FanOut),
            ("Multiplier", scaling.Multiplier),
            ("InitStd", scaling.InitStd),
            ("Draw", isRedrawn ? scaling.InitStd : scaling.Draw));
        if (!tensor.IsCertain)
        {
            cells = cells.Append($"Formula = {Literal.Of(scaling.Name)}");
        }

        if (layer.TiedTo is { } tied && tensor.Name == "weight")
        {
            cells = cells.Append($"TiedTo = {Literal.Of(tied.Name)}");
        }

        return isRedrawn
            ? cells.Concat([
                $"RedrawStd = {Literal.Short(layer.Init.Std!.Value)}",
                $"Distribution = global::Parameterize.InitDistribution.{layer.Init.Distribution}"])
            : cells;
    }

    private static IEnumerable<string> Cells(FactorExpression factors, params (string Name, Factor Value)[] values) =>
        values.Where(value => !value.Value.IsOne).Select(value => $"{value.Name} = {factors.Of(value.Value)}");

    /// <summary>What the widths of the models inside are here, and whether this one is at the base at which they are that.</summary>
    private static IEnumerable<string> Adopted(ModelSpec model, LayerSpec layer, FactorExpression factors)
    {
        return layer.NestedWidths.Count == 0
            ? []
            : [IsAtBase(model), Ratios(layer.NestedWidths.Select(width => (width.Symbol, Ratio(width.Ratio), width.Base is { } size ? Literal.Of(size) : NotKnown, IsFinite(width))))];

        // What is given on does not grow where this model's own does not.
        string? IsFinite(NestedWidth width) => width.IsFinite ? "true"
            : width.Ratio.IsOne || Ratio(width.Ratio) == NotKnown ? null
            : string.Join(" && ", width.Ratio.Powers.Select(power => $"{ArgumentNames.Widths}[{Literal.Of(model.Widths.TakeWhile(own => own.Symbol != power.Key).Count())}].IsFinite"));

        // A size that is computed for models inside alone has its ratio off their tensors.
        string Ratio(Factor ratio) => ratio.Powers.All(power => model.Widths.Any(width => width.Symbol == power.Key)) ? factors.Of(ratio) : NotKnown;
    }

    /// <summary>An array of ratios, each of a symbol, its value, its base, and whether it does not grow.</summary>
    public static string Ratios(IEnumerable<(string Symbol, string Ratio, string Base, string? IsFinite)> widths)
    {
        var all = widths
            .Select(width => $"new({Literal.Of(width.Symbol)}, {width.Ratio}, {width.Base}){(width.IsFinite is null ? "" : $" {{ IsFinite = {width.IsFinite} }}")}")
            .ToArray();
        return all.Length == 0
            ? "global::System.Array.Empty<global::Parameterize.WidthRatio>()"
            : $"new global::Parameterize.WidthRatio[] {{ {string.Join(", ", all)} }}";
    }

    private static string IsAtBase(ModelSpec model) => string.Join(" && ", model.Widths
        .Select((width, index) => (width, index))
        .Where(number => number.width.Computed is null)
        .Select(number => $"{ArgumentNames.Widths}[{Literal.Of(number.index)}].Base == {Literal.Of(number.width.Base)}"));
}
