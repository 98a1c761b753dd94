using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Emission;

/// <summary>
/// Writes what turns width ratios into numbers, a line for each rule and for each tensor: the resolved table, the multipliers and the
/// scales. A model that holds this one at another size calls it again, with the ratios that it has there.
/// </summary>
internal static class ResolutionEmitter
{
    private const string Support = TorchSupportEmitter.Class + ".";
    private const string Tensors = ArgumentNames.Tensors;
    private const string NotKnown = "double.NaN";

    public static void Write(CodeWriter writer, ModelSpec model, ArgumentNames names)
    {
        var (richness, gamma) = (names.Richness, names.Gamma);
        var factors = new FactorExpression(richness, gamma);
        writer.Space()
            .Write(
                "/// <summary>The formulas: fills the table, the multipliers and the scales with their numbers at given widths.</summary>");
        writer.Write("global::Parameterize.ModelParameterization global::Parameterize.INestedModel.Resolve(");
        using (writer.Block(
            $"    global::System.Collections.Generic.IReadOnlyList<global::Parameterize.WidthRatio> {ArgumentNames.Widths}, "
                + $"double {richness}, double {gamma})"))
        {
            foreach (var (width, index) in model.Widths.Select((width, index) => (width, index)))
            {
                writer.Write($"double {width.Symbol} = {ArgumentNames.Widths}[{Literal.Of(index)}].Ratio;");
            }

            foreach (var computed in model.Widths.Ratios().Take(1))
            {
                writer.Write($"{Support}CheckOwnBase({Literal.Of(model.Name)}, {Literal.Of(computed.Expression)}, {IsAtBase(model)});");
            }

            foreach (var (member, heads) in model.Layers.Where(layer => layer.HeadRatio is not null)
                .Select(layer => (layer.RegisteredName, layer.HeadRatio!)))
            {
                writer.Write($"{Support}CheckHeads({Literal.Of(model.Name)}, {Literal.Of(member)}, {factors.Of(heads)});");
            }

            var ratio = model.Widths.FirstOrDefault(number => number.Axis == GrowthAxis.Width)?.Symbol ?? "1";
            writer.Write(writer.List(
                $"{Support}Table {Tensors} = new(",
                [
                    "this", Literal.Of(model.Name), $"global::Parameterize.Gauge.{model.Options.Gauge}", ArgumentNames.Widths, richness,
                    gamma, ratio,
                ],
                ");"));
            writer.Space();
            foreach (var rule in model.Rules)
            {
                RuleEmitter.Write(writer, rule, factors);
            }

            writer.Space();
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
            writer.Write(
                $"return {MemberNameList.ParameterizationField} = {Tensors}.Resolved({MemberNameList.ParameterizationField}"
                    + $"{(model.HoldsLayersTwice ? ", isShared: true" : "")});");
            writer.Space();
            foreach (var function in factors.Functions)
            {
                writer.Write(function);
            }
        }
    }

    private static void WriteLayer(CodeWriter writer, ModelSpec model, LayerSpec layer, FactorExpression factors)
    {
        if (layer.Form == LayerForm.Nested)
        {
            var place = Literal.Of(layer.Place is null ? layer.RegisteredName : layer.Pattern);
            writer.Write(writer.List($"{Tensors}.Nested(", [place, .. Adopted(model, layer, factors)], ");"));
            return;
        }

        if (!layer.IsScaled)
        {
            writer.Write($"{Tensors}.Unscaled({Literal.Of(layer.RegisteredName)});");
            return;
        }

        foreach (var (tensor, index) in layer.Tensors.Select((tensor, index) => (tensor, index)))
        {
            var field = index == 0 && ModelEmitter.HasMultiplier(layer) ? $"{MemberNameList.MultiplierField(layer)} = " : "";
            writer.Write(writer.List($"{field}{Tensors}.{tensor.Scaling.Kind}.Add(", Row(layer, tensor, factors), ");"));
        }

        if (layer.TiedTo is { } tied)
        {
            var access = layer.IsOptional ? $"if ({layer.Access} is not null) {layer.Access}" : layer.Access;
            writer.Write($"{access}.weight.requires_grad = false; // unused: {layer.ForwardName} takes {tied.Weight}");
        }
    }

    /// <summary>Its name, rule and shape, and every number that is not 1 with its formula.</summary>
    private static IEnumerable<string> Row(LayerSpec layer, TensorSpec tensor, FactorExpression factors)
    {
        var scaling = tensor.Scaling;
        var isRedrawn = layer.Init is { Std: not null, Zero: false } && tensor.Name is ("weight" or "");
        string?[] cells =
        [
            Named(layer, tensor),
            tensor.Rule!,
            tensor.Shape is null ? null : Literal.Of(tensor.Shape.ToString()),
            Cell("m", scaling.Declaration.Ratios.FanIn),
            Cell("q", scaling.Declaration.Ratios.FanOut),
            Cell("multiplier", scaling.Multiplier),
            Cell("std", scaling.InitStd),
            Cell("rescale", isRedrawn ? scaling.InitStd : scaling.Draw),
            isRedrawn ? $"redraw: {Literal.Short(layer.Init.Std!.Value)}" : null,
            isRedrawn ? $"distribution: global::Parameterize.InitDistribution.{layer.Init.Distribution}" : null,
            tensor.Fans is { } fans
                ? $"{(fans.IsLonger ? "longer" : "both")}: ({factors.Of(fans.First)}, {factors.Of(fans.Second)})"
                : null,
            layer.TiedTo is { } tied && tensor.Name == "weight" ? $"tiedTo: {Literal.Of(tied.Name)}" : null,
        ];
        return cells.OfType<string>();

        string? Cell(string column, Factor value) => value.IsOne ? null : $"{column}: {factors.Of(value)}";
    }

    /// <summary>The tensor, or those at the places that a pattern stands for.</summary>
    private static string Named(LayerSpec layer, TensorSpec tensor)
    {
        var name = Literal.Of(tensor.Name.Length == 0 ? layer.Pattern : $"{layer.Pattern}.{tensor.Name}");
        if (tensor.IsCertain)
        {
            return name;
        }

        var type = layer.Step is { IsAmongOthers: true, Type: var among } ? $", typeof(global::TorchSharp.Modules.{among})" : "";
        var formula = Literal.Of(tensor.Scaling.Name) is var row && row == name ? "" : $", formula: {row}";
        return $"{Tensors}.Each({name}{type}{formula})";
    }

    /// <summary>What the widths of the models inside are here, and whether this one is at the base at which they are that.</summary>
    private static IEnumerable<string> Adopted(ModelSpec model, LayerSpec layer, FactorExpression factors)
    {
        return layer.NestedWidths.Count == 0 ? [] : layer.NestedWidths.Select(Width).Prepend(IsAtBase(model));

        string Width(NestedWidth width) =>
            $"new global::Parameterize.WidthRatio({Literal.Of(width.Symbol)}, {Ratio(width.Ratio)}, "
                + $"{(width.Base is { } size ? Literal.Of(size) : NotKnown)})"
            + (IsFinite(width) is { } condition ? $" {{ IsFinite = {condition} }}" : "");

        // What is given on does not grow where this model's own does not.
        string? IsFinite(NestedWidth width)
        {
            if (width.IsFinite)
            {
                return "true";
            }

            if (width.Ratio.IsOne || Ratio(width.Ratio) == NotKnown)
            {
                return null;
            }

            return string.Join(
                " && ",
                width.Ratio.Powers.Select(power =>
                    $"{ArgumentNames.Widths}[{Literal.Of(model.Widths.TakeWhile(own => own.Symbol != power.Key).Count())}].IsFinite"));
        }

        // A size that is computed for models inside alone has its ratio off their tensors.
        string Ratio(Factor ratio) =>
            ratio.Powers.All(power => model.Widths.Any(width => width.Symbol == power.Key)) ? factors.Of(ratio) : NotKnown;
    }

    private static string IsAtBase(ModelSpec model) => string.Join(" && ", model.Widths
        .Select((width, index) => (width, index))
        .Where(number => number.width.Computed is null)
        .Select(number => $"{ArgumentNames.Widths}[{Literal.Of(number.index)}].Base == {Literal.Of(number.width.Base)}"));
}
