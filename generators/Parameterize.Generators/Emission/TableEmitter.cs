using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Generators.Emission;

/// <summary>Writes the symbolic table (static) and the property that holds the resolved one.</summary>
internal static class TableEmitter
{
    private const string Algebra = "global::Parameterize.Scaling.Algebra.";

    public static void Write(CodeWriter writer, ModelSpec model)
    {
        var declarations = model.Layers.SelectMany(layer => layer.Tensors).Select(tensor => tensor.Scaling.Declaration).ToArray();
        var table = TableOf(model);
        writer.Write($"""
            /// <summary>How this class scales{Legend(model)}.</summary>
            /// <remarks>
            /// <code>
            {string.Join("\n", table.ToString().Split('\n').Select(line => "/// " + Escape(line)))}
            /// </code>
            /// W = M w is what the forward pass uses, w has std sigma and learning rate eta; lambda and eps are the factors of weight decay
            /// and of Adam's epsilon. All are relative to base width, where each is 1{Exceptions(model.Options, declarations)}.
            /// Source: Karkada, arXiv 2404.19719, section 3.
            {Inside(model)}{Verdict(model, table)}/// </remarks>
            {writer.List(
                "public static global::Parameterize.ModelScaling Scaling { get; } = new global::Parameterize.ModelScaling(",
                [Literal.Of(model.Name), Literal.Of(SymbolOf(model)), .. Options(model.Options)], ")")}
            {string.Join(
                "\n", model.Computed.Select(With).Concat(declarations.Select(With)).Concat(Nested(model)).Select(row => "    " + row))};

            global::Parameterize.ModelScaling global::Parameterize.IParameterizedModel.Scaling => Scaling.For({MemberNameList.ParameterizationField});

            private global::Parameterize.ModelParameterization? {MemberNameList.ParameterizationField};
            """);
        if (model.Rebases)
        {
            writer.Write($"""
                private readonly global::Parameterize.ModelConstruction {MemberNameList.ConstructionField} =
                    global::Parameterize.ModelConstruction.Begin(); // models built from here on keep their draws, to be scaled by their base in this one
                """);
        }

        var multipliers = ModelEmitter.WithMultiplier(model).Select(MemberNameList.MultiplierField).ToArray();
        if (multipliers.Length > 0)
        {
            writer.Write(writer.List("private global::TorchSharp.Scalar? ", multipliers, "; // M; null at 1"));
        }

        writer.Space().Write($"""
            /// <summary>What this instance runs with: kind, m, q, M, sigma, eta, lambda and eps of every tensor, as numbers.</summary>
            /// <exception cref="global::System.InvalidOperationException">The constructor has not called InitializeParameters.</exception>
            public global::Parameterize.ModelParameterization Parameterization =>
                {TorchSupportEmitter.Class}.Initialized({Literal.Of(model.Name)}, {MemberNameList.ParameterizationField});
            """);
    }

    /// <summary>The symbolic table itself.</summary>
    public static ModelScaling TableOf(ModelSpec model) => new ModelScaling(
        model.Name,
        SymbolOf(model),
        model.Options,
        model.Layers.SelectMany(layer => layer.Tensors).Select(tensor => tensor.Scaling.Declaration).ToArray()).WithComputed(
            model.Computed);

    /// <summary>What factors other than 1 there are at base width.</summary>
    private static string Exceptions(ScalingOptions options, TensorDeclaration[] tensors)
    {
        var gamma = options switch
        {
            { Baseline: true } or { Gamma: 1 } => null,
            { Gamma: { } value } => $"powers of gamma = {Literal.Short(value)}",
            _ => "powers of gamma",
        };
        var constants = tensors.Any(tensor =>
            tensor is { Multiplier: not 1 } or { LearningRate: not 1 } or { WeightDecay: not 1 } or { ZeroInit: true })
            ? "the attributes' constants"
            : null;
        var exceptions = new[] { gamma, constants }.OfType<string>().ToArray();
        return exceptions.Length == 0 ? "" : $" but for {string.Join(" and ", exceptions)}";
    }

    private static string Verdict(ModelSpec model, ModelScaling table)
    {
        var own = table.Tensors.Where(tensor => tensor.Own is not null).Select(tensor => tensor.Name).ToArray();
        var explicitly = own.Length == 0 ? "" : $"/// By [Exponents], not by the rule: {Escape(string.Join(", ", own))}.\n";
        if (model.Layers.Any(layer => layer.Nested is not null))
        {
            // These rows are not the whole: a model inside may end in a fixed size, or be the one that has a readout.
            return $"{explicitly}/// What is proved of it as widths grow, with what it holds, is <c>Scaling.Verdict()</c>.\n";
        }

        return table.Verdict() is { Length: > 0 } words ? $"{explicitly}/// As widths grow, {Escape(words)}.\n" : explicitly;
    }

    private static string Inside(ModelSpec model) => string.Concat(model.Layers
        .Where(layer => layer.Nested is not null)
        .Select(layer => $"/// What <c>{(layer.Step is null ? layer.Member : layer.RegisteredName)}</c> holds scales by rules of its own"
            + (layer.NestedWidths.All(width => width.IsOwnBase) ? "" : $", with {string.Join(" and ", layer.NestedWidths.Select(Here))}")
            + $": <see cref=\"{layer.Nested!.Type}.Scaling\"/>.\n"));

    private static string Here(NestedWidth width) =>
        width.IsFinite ? $"{width.Symbol} = 1, since {Escape(width.Parameter)} does not grow there"
            : $"{width.Symbol} "
                + $"= {Escape(width.Parameter)}{(width.Base is { } size ? $" / {Literal.Of(size)}" : " over what it is here at base")} "
                + $"= {width.Ratio}";

    /// <summary>The tables of the models inside, under the names that their tensors have here.</summary>
    private static IEnumerable<string> Nested(ModelSpec model) => model.Layers.Where(layer => layer.Nested is not null).Select(layer =>
    {
        var name = Literal.Of(layer.Pattern);
        var symbols = layer.Nested!.Symbols.Length == 0 ? "" : $", {Literal.Of(layer.Nested.Symbols)}";
        return $".WithNested({name}, {layer.Nested.Type}.Scaling{symbols}"
            + $"{(layer.Behind is null ? "" : $", behind: {Literal.Of(layer.Behind)}")})";
    });

    private static string SymbolOf(ModelSpec model) =>
        model.Widths.FirstOrDefault(number => number.Axis == GrowthAxis.Width)?.Symbol ?? "n";

    private static string Legend(ModelSpec model) => model.Widths.Count == 0
        ? ""
        : ", in "
            + string.Join(
                " and ",
                model.Widths.Where(width => width.Computed is null)
                    .Select(width => $"{width.Symbol} = {Escape(width.Parameter)} / {Literal.Of(width.Base)}"));

    /// <summary>
    /// As text of a comment. Names that TorchSharp is given may have any character: those that XML or a line cannot hold are replaced.
    /// </summary>
    private static string Escape(string text) => string.Concat(text.Select(character => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '\u2028' or '\u2029' or >= '\ufffe' => "\ufffd",
        _ when char.IsControl(character) || char.IsSurrogate(character) => "\ufffd",
        _ => character.ToString(),
    }));

    private static IEnumerable<string> Options(ScalingOptions options)
    {
        string?[] set =
        [
            $"Richness = {(options.Richness is { } richness ? Number(richness) : "null")}",
            $"Gauge = global::Parameterize.Gauge.{options.Gauge}",
            options.Gamma == 1 ? null : $"Gamma = {(options.Gamma is { } gamma ? Literal.Short(gamma) : "null")}",
            options.Baseline ? "Baseline = true" : null,
            options.DecayExponent == Rational.One ? null : $"DecayExponent = {Number(options.DecayExponent)}",
            options.ScaleEpsilon ? null : "ScaleEpsilon = false",
            options.AttentionExponent == Rational.One ? null : $"AttentionExponent = {Number(options.AttentionExponent)}",
            options.DepthExponent == Rational.One ? null : $"DepthExponent = {Number(options.DepthExponent)}",
        ];
        var all = set.OfType<string>().ToArray();
        return all.Select((option, index) => (index == 0 ? "new() { " : "") + option + (index == all.Length - 1 ? " }" : ""));
    }

    private static string Number(Rational value)
    {
        if (value.IsZero)
        {
            return $"{Algebra}Rational.Zero";
        }

        return value == Rational.Half
            ? $"{Algebra}Rational.Half"
            : $"new {Algebra}Rational({Literal.Of(value.Numerator)}, {Literal.Of(value.Denominator)})";
    }

    private static string With(ComputedRatio computed)
    {
        var growth = computed.Growth == 1 ? "" : $", growth: {Literal.Of(computed.Growth.ToString())}";
        return $".WithComputed({Literal.Of(computed.Symbol)}, {Literal.Of(computed.AtBase)}, {Literal.Of(computed.Expression)}{growth})";
    }

    private static string With(TensorDeclaration tensor)
    {
        var arguments = new[]
        {
            Literal.Of(tensor.Name),
            $"global::Parameterize.ParameterKind.{tensor.Kind}",
            Formula("fanIn", tensor.Ratios.FanIn),
            Formula("fanOut", tensor.Ratios.FanOut),
            Formula("drawFanIn", tensor.DrawFanIn),
            Constant("multiplier", tensor.Multiplier),
            Constant("learningRate", tensor.LearningRate),
            Constant("weightDecay", tensor.WeightDecay),
            tensor.ZeroInit ? "zeroInit: true" : null,
            tensor.InBranch ? "inBranch: true" : null,
            tensor.IsFolded ? "isFolded: true" : null,
            tensor.IsTied ? "isTied: true" : null,
            tensor.Behind is { } stages ? $"behind: {Literal.Of(stages)}" : null,
            tensor.Exponents is { } exponents ? $"exponents: {Literal.Of(exponents.ToString())}" : null,
            tensor.Ratios.Read == tensor.Ratios.FanIn ? null : $"read: {Literal.Of(tensor.Ratios.Read.ToString())}",
        };
        return $".With({string.Join(", ", arguments.OfType<string>())})";

        static string? Formula(string name, Factor value) => value.IsOne ? null : $"{name}: {Literal.Of(value.ToString())}";

        static string? Constant(string name, double value) => value == 1 ? null : $"{name}: {Literal.Short(value)}";
    }
}
