using Parameterize.Reporting;
using Parameterize.Scaling;

namespace Parameterize;

/// <summary>The symbolic table of one annotated class: each factor as a formula in the width ratios, and the slopes it predicts.</summary>
public sealed class ModelScaling
{
    private readonly string _modelRatio;

    private readonly IReadOnlyList<TensorDeclaration> _tensors;

    /// <summary>The table of one class.</summary>
    /// <param name="model">The class's name.</param>
    /// <param name="modelRatio">The symbol of n, the model's width ratio.</param>
    /// <param name="options">What the class's attribute says.</param>
    /// <param name="tensors">What is declared of each tensor; <see cref="With"/> adds more.</param>
    public ModelScaling(string model, string modelRatio, ScalingOptions options, params TensorDeclaration[] tensors)
    {
        Model = model ?? throw new ArgumentNullException(nameof(model));
        Options = options ?? throw new ArgumentNullException(nameof(options));
        _modelRatio = modelRatio ?? throw new ArgumentNullException(nameof(modelRatio));
        _tensors = tensors;
        Tensors = tensors.Select(tensor => TensorScaling.Of(tensor, options)).ToArray();
        Slopes = tensors.Select(tensor => PredictedSlopes.Of(LayerOf(tensor.Name), tensor.Kind)).OfType<PredictedSlopes>().ToArray();
    }

    /// <summary>The class's name.</summary>
    public string Model { get; }

    /// <summary>Richness, gauge and what else the class's attribute says.</summary>
    public ScalingOptions Options { get; }

    /// <summary>A row per tensor; a list's elements share a row, named with <c>*</c>.</summary>
    public IReadOnlyList<TensorScaling> Tensors { get; }

    /// <summary>What a coordinate check measures if the theory holds, layer by layer. Not meant for a baseline.</summary>
    public IReadOnlyList<PredictedSlopes> Slopes { get; }

    /// <summary>This table with one more tensor.</summary>
    /// <param name="name">TorchSharp's own name, such as <c>_mix.weight</c>; <c>*</c> stands for the index in a list.</param>
    /// <param name="kind">Which fans are widths.</param>
    /// <param name="fanIn">m as a formula, such as <c>n</c>.</param>
    /// <param name="fanOut">q as a formula.</param>
    /// <param name="drawFanIn">The ratio m of the layer whose default draw the tensor comes from, where that draw looks at it.</param>
    /// <param name="multiplier">The attribute's constant in the forward multiplier.</param>
    /// <param name="learningRate">The attribute's constant in the learning rate.</param>
    /// <param name="weightDecay">The attribute's constant in the weight decay.</param>
    /// <param name="zeroInit">Whether the tensor starts at zero.</param>
    /// <exception cref="FormatException">A formula is no product of powers.</exception>
    public ModelScaling With(
        string name,
        ParameterKind kind,
        string fanIn = "1",
        string fanOut = "1",
        string drawFanIn = "1",
        double multiplier = 1,
        double learningRate = 1,
        double weightDecay = 1,
        bool zeroInit = false)
    {
        var ratios = new TensorRatios(Factor.Parse(_modelRatio), Factor.Parse(fanIn), Factor.Parse(fanOut));
        var tensor = new TensorDeclaration(name, kind, ratios)
        {
            DrawFanIn = Factor.Parse(drawFanIn),
            Multiplier = multiplier,
            LearningRate = learningRate,
            WeightDecay = weightDecay,
            ZeroInit = zeroInit,
        };
        return new ModelScaling(Model, _modelRatio, Options, [.. _tensors, tensor]);
    }

    /// <summary>The numbers at given ratios: what an instance's <c>Parameterization</c> holds.</summary>
    /// <param name="ratios">Each width over its base, by symbol; a symbol that is left out is at its base.</param>
    /// <param name="richness">r, for a model whose dial is set at run time.</param>
    /// <param name="gamma">gamma, for a model that takes it at run time.</param>
    /// <exception cref="ArgumentOutOfRangeException">Richness or gamma is out of its range.</exception>
    public ModelParameterization Resolve(IReadOnlyDictionary<string, double> ratios, double richness = 0.5, double gamma = 1)
    {
        if (ratios is null)
        {
            throw new ArgumentNullException(nameof(ratios));
        }

        var r = Options.Richness?.ToDouble() ?? Richness.Validated(richness, nameof(richness));
        var prefactor = Options.Gamma ?? Richness.ValidatedGamma(gamma, nameof(gamma));
        return new ModelParameterization(Model, Options.Gauge, r, prefactor, Ratio(_modelRatio), Tensors.Select(Row));

        TensorParameterization Row(TensorScaling tensor) => new(tensor.Name, tensor.Kind, Rule(tensor))
        {
            FanIn = Value(tensor.Declaration.Ratios.FanIn),
            FanOut = Value(tensor.Declaration.Ratios.FanOut),
            Multiplier = Value(tensor.Multiplier),
            InitStd = Value(tensor.InitStd),
            Draw = Value(tensor.Draw),
        };

        ParameterRule Rule(TensorScaling tensor) => new(tensor.Name)
        {
            SgdLearningRate = Value(tensor.SgdLearningRate),
            AdamLearningRate = Value(tensor.AdamLearningRate),
            SgdWeightDecay = Value(tensor.SgdWeightDecay),
            AdamWeightDecay = Value(tensor.AdamWeightDecay),
            Epsilon = Value(tensor.Epsilon),
        };

        double Value(Factor factor) => factor.Evaluate(Ratio, r);

        double Ratio(string symbol) =>
            symbol == ScalingRule.GammaSymbol ? prefactor : ratios.TryGetValue(symbol, out var value) ? value : 1;
    }

    /// <summary>As an aligned text table of formulas.</summary>
    public override string ToString() => $"{Caption()}\n{Table().ToText()}";

    /// <summary>As a Markdown table of formulas.</summary>
    public string ToMarkdown() => $"{Caption()}\n\n{Table().ToMarkdown()}";

    /// <summary>As a JSON object; formulas are strings.</summary>
    public string ToJson() => new JsonText()
        .Open('{')
        .Property("model", Model)
        .Property("gauge", Options.Gauge.ToString())
        .Property("richness", RichnessText())
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
        .Close('}')
        .ToString();

    private static string LayerOf(string tensor) => tensor.EndsWith(".weight", StringComparison.Ordinal)
        ? tensor.Substring(0, tensor.Length - ".weight".Length)
        : tensor;

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
