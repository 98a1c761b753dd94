using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling;

namespace Parameterize.Generators.Emission;

/// <summary>Writes InitializeParameters: registers, fills the resolved table with its formulas, and rescales what TorchSharp drew.</summary>
internal static class InitializationEmitter
{
    private const string Support = "global::Parameterize.Generated.TorchSupport.";

    public static void Write(CodeWriter writer, ModelSpec model, ArgumentNames names, FactorExpression factors)
    {
        writer.Space().Write($"""
            /// <summary>
            /// Registers the components, then gives every tensor that TorchSharp drew the scale of its rule. The constructor's last statement.
            /// </summary>
            {ParameterDocumentation(model, names)}/// <param name="generator">Draws linear layers, convolutions and embeddings anew; null to keep what TorchSharp drew.</param>
            /// <exception cref="global::System.InvalidOperationException">It has run before on this instance.</exception>
            """);
        var parameters = Parameters(model, names).Append("global::TorchSharp.torch.Generator? generator = null");
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
            WriteRegistration(writer, model, names);
            foreach (var ratio in model.Widths)
            {
                var value = ratio.Witness ?? names.Of(ratio);
                var unit = ratio.Witness is null ? ratio.Base : ratio.WitnessBase;
                writer.Write($"double {ratio.Symbol} = {value} / {Literal.Of((double)unit)}; // {Described(ratio)}");
            }

            WriteChecks(writer, model);
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
            foreach (var layer in model.Layers)
            {
                WriteLayer(writer, layer, factors);
            }

            writer.Space();
            ScaleEmitter.WriteAssignments(writer, model, factors);
            WriteTable(writer, model, names);
            foreach (var layer in ModelEmitter.WithMultiplier(model))
            {
                writer.Write($"{MemberNameList.MultiplierField(layer)} = {Support}Multiplier({factors.Of(layer.Tensors[0].Scaling.Multiplier)});");
            }

            WriteDraws(writer, model);
            writer.Write(writer.List($"{Support}Initialize(", ["this", "_parameterization", "generator", .. Told(model, names)], ");"));
        }
    }

    private static string Described(WidthSpec ratio) => ratio.Computed is { } computed
        ? $"{computed.Expression} over its value at base, {Literal.Of(computed.AtBase)}"
        : $"{ratio.Parameter} over its base, {Literal.Of(ratio.Base)}";

    /// <summary>A computed size is held against the tensors that share it; that it is what the compiler computed, only base widths show.</summary>
    private static void WriteChecks(CodeWriter writer, ModelSpec model)
    {
        var declared = model.Widths.Where(width => width.Computed is null).Select(width => width.Symbol).ToArray();
        foreach (var computed in model.Widths.Ratios())
        {
            writer.Write(writer.List(
                $"{Support}CheckAtBase(",
                [Literal.Of(model.Name), Literal.Of(computed.Expression), Literal.Of(computed.AtBase), computed.Symbol, .. declared],
                ");"));
        }
    }

    /// <summary>Rows that stand for tensors of one name each are written in order; others are found at run time, in groups.</summary>
    private static string Rows(ModelSpec model) =>
        model.Layers.Any(layer => layer.Form == LayerForm.Nested || layer.Tensors.Any(tensor => !tensor.IsCertain)) ? $"{Support}InOrder(this, tensors)" : "tensors";

    /// <summary>The resolved table, and what forward methods multiply by besides, here and in the models inside.</summary>
    private static void WriteTable(CodeWriter writer, ModelSpec model, ArgumentNames names)
    {
        var width = model.Widths.FirstOrDefault(number => number.Axis == GrowthAxis.Width)?.Symbol ?? "1";
        var scales = ScaleEmitter.Of(model).Select(scale => $"({Literal.Of(scale.Name)}, {scale.Name})").ToArray();
        var hasScales = scales.Length > 0 || model.Layers.Any(layer => layer.Form == LayerForm.Nested);
        var creation = writer.List(
            "_parameterization = new global::Parameterize.ModelParameterization(",
            [Literal.Of(model.Name), $"global::Parameterize.Gauge.{model.Options.Gauge}", .. Dial(model, names), width, Rows(model)],
            hasScales ? ")" : ");");
        if (!hasScales)
        {
            writer.Write(creation);
            return;
        }

        using (writer.Block(creation, end: "};"))
        {
            writer.Write(writer.List($"Scales = {Support}Scales(", ["this", .. scales], "),"));
        }
    }

    /// <summary>The widths that are passed by hand and that some tensor's shape grows with.</summary>
    private static IEnumerable<string> Told(ModelSpec model, ArgumentNames names) => model.Widths
        .Where(width => width.Witness is null && model.Layers
            .SelectMany(layer => layer.Tensors)
            .Select(tensor => tensor.Scaling.Declaration.Ratios)
            .Any(ratios => !(ratios.FanIn * ratios.FanOut).ExponentOf(width.Symbol).IsZero))
        .Select(names.Of)
        .Select(argument => $"({Literal.Of(argument.TrimStart('@'))}, {argument})");

    private static IEnumerable<string> Parameters(ModelSpec model, ArgumentNames names) => model.Widths.Where(width => width.Witness is null)
        .Select(width => $"long {names.Of(width)}")
        .Concat(new[] { names.Richness, names.Gamma }.Where(name => name.Length > 0).Select(name => $"double {name}"));

    private static string ParameterDocumentation(ModelSpec model, ArgumentNames names)
    {
        return string.Concat(model.Widths.Where(width => width.Witness is null)
            .Select(width => Parameter(names.Of(width), $"{Meaning(width)}, which no tensor's shape shows"))
            .Append(Parameter(names.Richness, "The richness r, in [0, 1/2]"))
            .Append(Parameter(names.Gamma, "The prefactor of alpha = gamma n^r, positive")));

        static string Meaning(WidthSpec number) => number.Axis switch
        {
            GrowthAxis.Computed => "A size that is computed in the constructor",
            GrowthAxis.HeadWidth => "The width of a head",
            GrowthAxis.Depth => "The number of residual blocks",
            _ => "The width of that name",
        };

        static string Parameter(string name, string text) => name.Length == 0 ? "" : $"/// <param name=\"{name.TrimStart('@')}\">{text}.</param>\n";
    }

    private static string[] Dial(ModelSpec model, ArgumentNames names)
    {
        var richness = model.Options.Richness is { } r ? Literal.Short(r.ToDouble()) : names.Richness;
        var gamma = model.Options.Gamma is { } g ? Literal.Short(g) : names.Gamma;
        return [richness, gamma];
    }

    private static void WriteRegistration(CodeWriter writer, ModelSpec model, ArgumentNames names)
    {
        // No nameof: the class may have a method of that name.
        if (model.RichnessParameter is not null)
        {
            writer.Write($"global::Parameterize.Richness.Validated({names.Richness}, {Literal.Of(names.Richness.TrimStart('@'))});");
        }

        if (model.GammaParameter is not null)
        {
            writer.Write($"global::Parameterize.Richness.ValidatedGamma({names.Gamma}, {Literal.Of(names.Gamma.TrimStart('@'))});");
        }

        writer.Write(model.Layers.Any(layer => layer.IsRegisteredByHand) ? $"{Support}Register(this, RegisterComponents);" : "RegisterComponents();");
        foreach (var layer in model.Layers.Where(layer => layer.Container is Container.Array or Container.List))
        {
            writer.Write($"{Support}RegisterList(this, {Literal.Of(layer.RegisteredName)}, {layer.Access});");
        }
    }

    private static void WriteLayer(CodeWriter writer, LayerSpec layer, FactorExpression factors)
    {
        var registered = Literal.Of(layer.RegisteredName);
        if (layer.Form == LayerForm.Nested)
        {
            writer.Write($"{Support}AddNested(tensors, this, {registered});");
            return;
        }

        if (!layer.IsScaled)
        {
            writer.Write($"{Support}AddUnscaled(tensors, this, {registered});");
            return;
        }

        var prefix = layer.Container == Container.None ? layer.RegisteredName : layer.RegisteredName + ".*";
        foreach (var tensor in layer.Tensors)
        {
            var name = tensor.Name.Length == 0 ? prefix : $"{prefix}.{tensor.Name}";
            if (tensor.IsCertain)
            {
                WriteRow(writer, Literal.Of(name), tensor, layer, factors);
                continue;
            }

            using (writer.Space().Block($"foreach (string name in {Support}Names(this, tensors, {Literal.Of(name)}))"))
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
        if (layer.TiedTo is { } tied && tensor.Name == "weight")
        {
            cells = cells.Append($"TiedTo = {Literal.Of(tied.Name)}");
        }

        return isRedrawn
            ? cells.Concat([
                $"RedrawStd = {factors.Of(scaling.InitStd * Factor.Constant(layer.Init.Std!.Value))}",
                $"Distribution = global::Parameterize.InitDistribution.{layer.Init.Distribution}"])
            : cells;
    }

    private static IEnumerable<string> Cells(FactorExpression factors, params (string Name, Factor Value)[] values) =>
        values.Where(value => !value.Value.IsOne).Select(value => $"{value.Name} = {factors.Of(value.Value)}");

    /// <summary>What TorchSharp leaves unwritten is set always, what it draws is drawn again for a generator of the user's.</summary>
    private static void WriteDraws(CodeWriter writer, ModelSpec model)
    {
        var scaled = model.Layers.Where(layer => layer.IsScaled).ToArray();
        var (unset, drawn) = (
            scaled.Where(layer => layer.Draw == DefaultDraw.Unset && layer.Tensors.Count > 0).ToArray(),
            scaled.Where(layer => layer.Draw is DefaultDraw.ByFanIn or DefaultDraw.Normal).ToArray());
        if (unset.Length + drawn.Length == 0)
        {
            return;
        }

        writer.Space();
        foreach (var layer in unset)
        {
            WriteEach(layer, element => $"{Support}SetNorm({element});");
        }

        writer.Space();
        if (drawn.Length == 0)
        {
            return;
        }

        using (writer.Block("if (generator is not null)"))
        {
            foreach (var layer in drawn)
            {
                WriteEach(layer, element => $"{Support}{(layer.Draw == DefaultDraw.Normal ? "RedrawNormal" : "RedrawByFanIn")}({element}, generator);");
            }
        }

        writer.Space();

        void WriteEach(LayerSpec layer, Func<string, string> statement)
        {
            if (layer.Container == Container.None)
            {
                writer.Write(statement(layer.Access));
                return;
            }

            using (writer.Block($"foreach (global::TorchSharp.torch.nn.Module layer in {(layer.IsOptional ? $"{Support}Present({layer.Access})" : layer.Access)})"))
            {
                writer.Write(statement("layer"));
            }
        }
    }
}
