using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling;

namespace Parameterize.Generators.Emission;

/// <summary>Writes InitializeParameters: registers, fills the resolved table with its formulas, and rescales what TorchSharp drew.</summary>
internal static class InitializationEmitter
{
    private const string Support = "global::Parameterize.Generated.TorchSupport.";

    public static void Write(CodeWriter writer, ModelSpec model, FactorExpression factors)
    {
        writer.Space().Write($"""
            /// <summary>
            /// Registers the components, then gives every tensor that TorchSharp drew the scale of its rule. The constructor's last statement.
            /// </summary>
            {ParameterDocumentation(model)}/// <param name="generator">Draws the tensors anew; null to keep what TorchSharp drew.</param>
            /// <exception cref="global::System.InvalidOperationException">It has run before on this instance.</exception>
            """);
        var parameters = Parameters(model).Append("global::TorchSharp.torch.Generator? generator = null");
        using (writer.Block(writer.List("private void InitializeParameters(", parameters, ")")))
        {
            using (writer.Block("if (_parameterization is not null)"))
            {
                writer.Write($"""
                    throw new global::System.InvalidOperationException(
                        {Literal.Of($"InitializeParameters has already run on this '{model.Name}'; a second time would scale its tensors twice.")});
                    """);
            }

            writer.Space();
            WriteRegistration(writer, model);
            foreach (var ratio in model.Widths)
            {
                var value = ratio.Witness ?? MemberNameList.Argument(model, ratio.Parameter);
                var unit = ratio.Witness is null ? ratio.Base : ratio.WitnessBase;
                writer.Write($"double {ratio.Symbol} = {value} / {Literal.Of((double)unit)}; // {ratio.Parameter} over its base, {Literal.Of(ratio.Base)}");
            }

            foreach (var rule in model.Rules)
            {
                writer.Space();
                WriteWithCells(writer, $"var {rule.Variable} = new global::Parameterize.ParameterRule({Literal.Of(rule.Name)})", ";", RuleCells(rule, factors));
            }

            writer.Space().Write("var tensors = new global::System.Collections.Generic.List<global::Parameterize.TensorParameterization>();");
            foreach (var layer in model.Layers)
            {
                WriteLayer(writer, layer, factors);
            }

            var width = model.Widths.Count == 0 ? "1" : model.Widths[0].Symbol;
            writer.Space().Write(writer.List(
                "_parameterization = new global::Parameterize.ModelParameterization(",
                [Literal.Of(model.Name), $"global::Parameterize.Gauge.{model.Options.Gauge}", .. Dial(model), width, "tensors"],
                ");"));
            foreach (var layer in ModelEmitter.WithMultiplier(model))
            {
                writer.Write($"{MemberNameList.MultiplierField(layer)} = {Support}Multiplier({factors.Of(layer.Tensors[0].Scaling.Multiplier)});");
            }

            WriteDraws(writer, model);
            writer.Write($"{Support}Initialize(this, _parameterization, generator);");
        }
    }

    private static IEnumerable<string> Parameters(ModelSpec model) => model.Widths.Where(width => width.Witness is null)
        .Select(width => $"long {MemberNameList.Argument(model, width.Parameter)}")
        .Concat(new[] { model.RichnessParameter, model.GammaParameter }.OfType<string>().Select(name => $"double {MemberNameList.Argument(model, name)}"));

    private static string ParameterDocumentation(ModelSpec model)
    {
        return string.Concat(model.Widths.Where(width => width.Witness is null)
            .Select(width => $"/// <param name=\"{Name(width.Parameter)}\">The width of that name, which no tensor's shape shows.</param>\n")
            .Concat(model.RichnessParameter is { } richness ? [$"/// <param name=\"{Name(richness)}\">The richness r, in [0, 1/2].</param>\n"] : [])
            .Concat(model.GammaParameter is { } gamma ? [$"/// <param name=\"{Name(gamma)}\">The prefactor of alpha = gamma n^r, positive.</param>\n"] : []));

        string Name(string parameter) => MemberNameList.Argument(model, parameter).TrimStart('@');
    }

    private static string[] Dial(ModelSpec model)
    {
        var richness = model.RichnessParameter is { } r ? MemberNameList.Argument(model, r) : Literal.Short(model.Options.Richness!.Value.ToDouble());
        var gamma = model.GammaParameter is { } g ? MemberNameList.Argument(model, g) : Literal.Short(model.Options.Gamma!.Value);
        return [richness, gamma];
    }

    private static void WriteRegistration(CodeWriter writer, ModelSpec model)
    {
        if (model.RichnessParameter is { } r)
        {
            var richness = MemberNameList.Argument(model, r);
            writer.Write($"global::Parameterize.Richness.Validated({richness}, nameof({richness}));");
        }

        if (model.GammaParameter is { } g)
        {
            var gamma = MemberNameList.Argument(model, g);
            writer.Write($"global::Parameterize.Richness.ValidatedGamma({gamma}, nameof({gamma}));");
        }

        writer.Write("RegisterComponents();");
        foreach (var layer in model.Layers.Where(layer => layer.Container is Container.Array or Container.List))
        {
            writer.Write($"{Support}RegisterList(this, {Literal.Of(layer.RegisteredName)}, {layer.Access});");
        }
    }

    private static void WriteLayer(CodeWriter writer, LayerSpec layer, FactorExpression factors)
    {
        if (layer.IsUnscaled)
        {
            writer.Write($"{Support}AddUnscaled(tensors, this, {Literal.Of(layer.RegisteredName)});");
            return;
        }

        var count = layer.Container == Container.Array ? "Length" : "Count";
        var loop = layer.Container == Container.None ? null : writer.Space().Block($"for (int i = 0; i < {layer.Access}.{count}; i++)");
        var item = layer.Container == Container.None ? layer.Access : $"{layer.Access}[i]";
        var prefix = layer.Container == Container.None ? Literal.Of(layer.RegisteredName) : $"{Literal.Of(layer.RegisteredName + ".")} + i";
        foreach (var tensor in layer.Tensors)
        {
            var name = tensor.Name.Length == 0 ? prefix
                : layer.Container == Container.None ? Literal.Of($"{layer.RegisteredName}.{tensor.Name}")
                : $"{prefix} + {Literal.Of("." + tensor.Name)}";
            var condition = tensor.IsOptional ? writer.Space().Block($"if ({item}.{tensor.Name} is not null)") : null;
            WriteRow(writer, name, layer, tensor, factors);
            Close(writer, condition);
        }

        Close(writer, loop);
    }

    private static void Close(CodeWriter writer, IDisposable? block)
    {
        if (block is not null)
        {
            block.Dispose();
            writer.Space();
        }
    }

    private static void WriteRow(CodeWriter writer, string name, LayerSpec layer, TensorSpec tensor, FactorExpression factors) => WriteWithCells(
        writer,
        $"tensors.Add(new global::Parameterize.TensorParameterization({name}, global::Parameterize.ParameterKind.{tensor.Scaling.Kind}, {tensor.Rule})",
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
        ("SgdLearningRate", rule.Formulas.SgdLearningRate),
        ("AdamLearningRate", rule.Formulas.AdamLearningRate),
        ("SgdWeightDecay", rule.Formulas.SgdWeightDecay),
        ("AdamWeightDecay", rule.Formulas.AdamWeightDecay),
        ("Epsilon", rule.Formulas.Epsilon));

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
            ("Draw", isRedrawn ? Factor.One : scaling.Draw));
        return isRedrawn
            ? cells.Concat([
                $"RedrawStd = {factors.Of(scaling.InitStd * Factor.Constant(layer.Init.Std!.Value))}",
                $"Distribution = global::Parameterize.InitDistribution.{layer.Init.Distribution}"])
            : cells;
    }

    private static IEnumerable<string> Cells(FactorExpression factors, params (string Name, Factor Value)[] values) =>
        values.Where(value => !value.Value.IsOne).Select(value => $"{value.Name} = {factors.Of(value.Value)}");

    private static void WriteDraws(CodeWriter writer, ModelSpec model)
    {
        var drawn = model.Layers.Where(layer => !layer.IsUnscaled && layer.Type is LayerType.Linear or LayerType.Embedding).ToArray();
        if (drawn.Length == 0)
        {
            return;
        }

        writer.Space();
        using (writer.Block("if (generator is not null)"))
        {
            foreach (var layer in drawn)
            {
                if (layer.Container == Container.None)
                {
                    writer.Write($"{Support}Redraw({layer.Access}, generator);");
                    continue;
                }

                using (writer.Block($"foreach (var layer in {layer.Access})"))
                {
                    writer.Write($"{Support}Redraw(layer, generator);");
                }
            }
        }

        writer.Space();
    }
}
