using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Emission;

/// <summary>Writes InitializeParameters: registers, takes the widths off the shapes, and rescales what TorchSharp drew.</summary>
internal static class InitializationEmitter
{
    private const string Support = TorchSupportEmitter.Class + ".";

    public static void Write(CodeWriter writer, ModelSpec model, ArgumentNames names)
    {
        writer.Space().Write($"""
            /// <summary>
            /// Registers the components, then gives every tensor that TorchSharp drew the scale of its rule. The constructor's last statement.
            /// </summary>
            {ParameterDocumentation(
                model,
                names)}/// <param name="generator">Draws linear layers, convolutions and embeddings anew; null to keep what TorchSharp drew.</param>
            /// <exception cref="global::System.InvalidOperationException">It has run before on this instance.</exception>
            """);
        var parameters = Parameters(model, names).Append("global::TorchSharp.torch.Generator? generator = null");
        using (writer.Block(writer.List("private void InitializeParameters(", parameters, ")")))
        {
            writer.Write($"{Support}CheckFirst({Literal.Of(model.Name)}, {MemberNameList.ParameterizationField});");
            WriteRegistration(writer, model, names);
            WriteAssumed(writer, model);
            foreach (var ratio in model.Widths)
            {
                var (value, unit) = model.WitnessOf(ratio) is { } witness
                    ? (witness.Expression, witness.AtBase)
                    : (names.Of(ratio), ratio.Base);
                writer.Write($"double {ratio.Symbol} = {value} / {Literal.Of((double)unit)}; // {Described(ratio)}");
            }

            WriteChecks(writer, model);
            DrawEmitter.Write(writer, model);
            if (model.Redraws.Count > 0)
            {
                writer.Write(writer.List(
                    $"using {Support}Redrawing redrawing = new(",
                    [
                        "this",
                        .. model.Redraws.Select(redraw =>
                            $"({Literal.Of(redraw.Layer)}, {Literal.Of(redraw.Tensor)}, "
                                + $"{(redraw.Fan is { } fan ? $"static row => row.{fan}" : "static _ => 1")})"),
                    ],
                    ");"));
            }

            if (model.Rebases)
            {
                writer.Write($"{MemberNameList.ConstructionField}.Complete();");
            }

            writer.Write(
                writer.List(
                    $"{Support}Initialize(", ["this", "generator", .. Dial(model, names), Widths(model), .. Told(model, names)], ");"));
            if (model.Redraws.Count > 0)
            {
                writer.Write($"redrawing.Scale({MemberNameList.ParameterizationField}!);");
            }
        }
    }

    private static string Described(WidthSpec ratio) => ratio.Computed is { } computed
        ? $"{computed.Expression} over its value at base, {Literal.Of(computed.AtBase)}"
        : $"{ratio.Parameter} over its base, {Literal.Of(ratio.Base)}";

    /// <summary>
    /// A computed size is held against the tensors that share it; that it is what the compiler computed, only base widths show.
    /// </summary>
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

    /// <summary>What the class was read for, where it may be otherwise.</summary>
    private static void WriteAssumed(CodeWriter writer, ModelSpec model)
    {
        foreach (var number in model.Declared)
        {
            string[] arguments = [Literal.Of(model.Name), Literal.Of(number.Name), number.Access, Literal.Short(number.Value)];
            writer.Write(writer.List($"{Support}CheckDeclared(", arguments, ");"));
        }

        foreach (var container in model.Fewest)
        {
            string[] arguments = ["this", Literal.Of(container.Root), Literal.Of(container.Count), Literal.Of(container.Loop)];
            writer.Write(writer.List($"{Support}CheckRounds(", arguments, ");"));
        }
    }

    private static string Widths(ModelSpec model) => model.Widths.Count == 0
        ? "global::System.Array.Empty<global::Parameterize.WidthRatio>()"
        : $"new global::Parameterize.WidthRatio[] {{ {string.Join(", ", model.Widths.Select(NewRatio))} }}";

    private static string NewRatio(WidthSpec width) => $"new({Literal.Of(width.Symbol)}, {width.Symbol}, {Literal.Of(width.Base)})";

    /// <summary>The widths that are passed by hand and that some tensor's shape grows with.</summary>
    private static IEnumerable<string> Told(ModelSpec model, ArgumentNames names) => model.Told
        .Where(width => model.Layers
            .SelectMany(layer => layer.Tensors)
            .Select(tensor => tensor.Scaling.Declaration.Ratios)
            .Any(ratios => !(ratios.FanIn * ratios.FanOut).ExponentOf(width.Symbol).IsZero))
        .Select(names.Of)
        .Select(argument => $"({Literal.Of(argument.TrimStart('@'))}, {argument})");

    private static IEnumerable<string> Parameters(ModelSpec model, ArgumentNames names) => model.Told
        .Select(width => $"long {names.Of(width)}")
        .Concat(model.RichnessParameter is null ? [] : [$"double {names.Richness}"])
        .Concat(model.GammaParameter is null ? [] : [$"double {names.Gamma}"]);

    private static string ParameterDocumentation(ModelSpec model, ArgumentNames names)
    {
        return string.Concat(model.Told
            .Select(width => Parameter(names.Of(width), $"{Meaning(width)}, which no tensor's shape shows"))
            .Append(model.RichnessParameter is null ? "" : Parameter(names.Richness, "The richness r, in [0, 1/2]"))
            .Append(model.GammaParameter is null ? "" : Parameter(names.Gamma, "The prefactor of alpha = gamma n^r, positive")));

        static string Meaning(WidthSpec number) => number.Axis switch
        {
            GrowthAxis.Computed => "A size that is computed in the constructor",
            GrowthAxis.HeadWidth => "The width of a head",
            GrowthAxis.Depth => "The number of residual blocks",
            _ => "The width of that name",
        };

        static string Parameter(string name, string text) => $"/// <param name=\"{name.TrimStart('@')}\">{text}.</param>\n";
    }

    /// <summary>Richness and gamma, constants or the parameters that bring them.</summary>
    private static string[] Dial(ModelSpec model, ArgumentNames names)
    {
        var richness = model.Options.Richness is { } r ? Literal.Short(r.ToDouble()) : names.Richness;
        var gamma = model.Options.Gamma is { } g ? Literal.Short(g) : names.Gamma;
        return [$"richness: {richness}", $"gamma: {gamma}"];
    }

    private static void WriteRegistration(CodeWriter writer, ModelSpec model, ArgumentNames names)
    {
        // No nameof: the class may have a method of that name.
        if (model.RichnessParameter is not null)
        {
            writer.Write($"global::Parameterize.Richness.Validated({names.Richness}, {Literal.Of(names.Richness.TrimStart('@'))});");
        }

        foreach (var readout in model.Layers.Where(layer => model.RichnessParameter is not null && layer.TiedTo is { SeesEmbedding: true }))
        {
            writer.Write(writer.List(
                "global::Parameterize.Richness.RequireRichTie(",
                [
                    names.Richness, Literal.Of(names.Richness.TrimStart('@')), Literal.Of(readout.Member.TrimStart('@')),
                    Literal.Of(readout.TiedTo!.Weight),
                ],
                ");"));
        }

        if (model.GammaParameter is not null)
        {
            writer.Write($"global::Parameterize.Richness.ValidatedGamma({names.Gamma}, {Literal.Of(names.Gamma.TrimStart('@'))});");
        }

        writer.Write(
            model.Layers.Any(layer => layer.IsRegisteredByHand)
                ? $"{Support}Register(this, RegisterComponents);"
                : "RegisterComponents();");
        foreach (var list in model.Layers.Where(layer => layer.Holder is Container.Array or Container.List).GroupBy(layer => layer.Root))
        {
            var register = list.Any(layer => layer.Place is not null || layer.Step is not null) ? "RegisterPlaces" : "RegisterList";
            writer.Write($"{Support}{register}(this, {Literal.Of(list.Key)}, {LayerSpec.AccessTo(list.First().Member)});");
        }

        foreach (var list in model.Layers.Where(layer => layer is { Holder: Container.TorchList, Place: not null })
            .GroupBy(layer => layer.Root))
        {
            writer.Write(
                $"{Support}CheckPlaces(this, {Literal.Of(list.Key)}, {LayerSpec.AccessTo(list.First().Member)}"
                    + $"{(list.First().IsOptional ? "?" : "")}.Count);");
        }
    }
}
