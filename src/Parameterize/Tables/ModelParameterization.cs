using System.ComponentModel;
using Parameterize.Scaling.Rules;

namespace Parameterize;

/// <summary>
/// The resolved table of one model instance: kind, m, q, M, sigma, eta, lambda and epsilon of every tensor, as numbers. Prints as
/// an aligned table.
/// </summary>
public sealed class ModelParameterization
{
    /// <summary>The table of one model.</summary>
    /// <param name="model">The class's name.</param>
    /// <param name="gauge">How it is written.</param>
    /// <param name="richness">r.</param>
    /// <param name="gamma">The prefactor of the activity.</param>
    /// <param name="width">n, the model's width ratio.</param>
    /// <param name="tensors">A row per tensor, in TorchSharp's order.</param>
    public ModelParameterization(
        string model, Gauge gauge, double richness, double gamma, double width, IEnumerable<TensorParameterization> tensors)
    {
        Model = model ?? throw new ArgumentNullException(nameof(model));
        Gauge = gauge.Known();
        Richness = richness;
        Gamma = gamma;
        Width = width > 0 && !double.IsInfinity(width)
            ? width
            : throw new ArgumentOutOfRangeException(
                nameof(width), FormattableString.Invariant(
                    $"'{model}' is {width} times as wide as at base width: build it with a width of 1 or more."));
        Tensors = (tensors ?? throw new ArgumentNullException(nameof(tensors))).ToArray();
    }

    /// <summary>The class's name.</summary>
    public string Model { get; }

    /// <summary>How the model is written.</summary>
    public Gauge Gauge { get; }

    /// <summary>r, in [0, 1/2].</summary>
    public double Richness { get; }

    /// <summary>The prefactor gamma of the activity.</summary>
    public double Gamma { get; }

    /// <summary>n, the model's width over its base width.</summary>
    public double Width { get; }

    /// <summary>Whether this is the standard parametrization, in which r and the gauge have no part.</summary>
    public bool IsBaseline { get; init; }

    /// <summary>A row per tensor.</summary>
    public IReadOnlyList<TensorParameterization> Tensors { get; }

    /// <summary>
    /// What forward methods multiply by besides, and no tensor holds: <c>AttentionScale</c>, <c>FusedQueryScale</c> and
    /// <c>ResidualScale</c> of this model, and of models inside it as <c>_blocks.0.AttentionScale</c>.
    /// </summary>
    public IReadOnlyDictionary<string, double> Scales { get; init; } = new Dictionary<string, double>();

    /// <summary>What the class's symbols are: each width, head width and depth over its base.</summary>
    public IReadOnlyList<WidthRatio> Widths { get; init; } = [];

    /// <summary>The row of one tensor.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such tensor.</exception>
    public TensorParameterization this[string tensor] => Tensors.FirstOrDefault(row => row.Name == tensor)
        ?? throw new KeyNotFoundException(
            $"'{Model}' has no tensor '{tensor}'; it has {string.Join(", ", Tensors.Select(row => row.Name))}.");

    /// <summary>As an aligned text table.</summary>
    public override string ToString() => $"{Caption()}\n{Table().ToText()}{ScaleLines("\n")}";

    /// <summary>As a Markdown table.</summary>
    public string ToMarkdown() => $"{Caption()}\n\n{Table().ToMarkdown()}{(Scales.Count == 0 ? "" : "\n")}{ScaleLines("\n- ")}";

    /// <summary>As a JSON object; the numbers round-trip.</summary>
    public string ToJson() => new JsonText()
        .Open('{')
        .Property("model", Model)
        .Property("gauge", Gauge.ToString())
        .Property("richness", Richness)
        .Property("gamma", Gamma)
        .Property("width", Width)
        .Property("baseline", IsBaseline)
        .Array("tensors", Tensors, WriteRow)
        .Array("scales", Scales, (json, scale) => json.Open('{').Property("name", scale.Key).Property("value", scale.Value).Close('}'))
        .Close('}')
        .ToString();

    /// <summary>
    /// This table, for tensors that were built with another one at other bases: what it claims of their shapes is the same sizes.
    /// </summary>
    /// <param name="before">The other table; null if there was none.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ModelParameterization WithSizesOf(ModelParameterization? before) => before is null
        ? this
        : new(Model, Gauge, Richness, Gamma, Width, Tensors.Zip(before.Tensors, (row, old) => row.WithSizesOf(old)))
        {
            IsBaseline = IsBaseline,
            Scales = Scales,
            Widths = Widths,
        };

    private static void WriteRow(JsonText json, TensorParameterization row) => json
        .Open('{')
        .Property("name", row.Name)
        .Property("group", row.Rule.Name)
        .Property("kind", row.Kind.ToString())
        .Property("fanIn", row.FanIn)
        .Property("fanOut", row.FanOut)
        .Property("multiplier", row.Multiplier)
        .Property("initStd", row.InitStd)
        .Property("draw", row.Draw)
        .Families("LearningRate", row.Rule.LearningRate)
        .Families("WeightDecay", row.Rule.WeightDecay)
        .Property("coupledDecay", row.Rule.CoupledDecay)
        .Property("epsilon", row.Rule.Epsilon)
        .Close('}');

    private string Caption() => $"{Model}: width {TextTable.Number(Width)} x base, {Dial()}";

    private string Dial() => IsBaseline
        ? "standard parametrization"
        : $"r = {TextTable.Number(Richness)}, gauge {Gauge}{(Gamma == 1 ? "" : $", gamma = {TextTable.Number(Gamma)}")}";

    private string ScaleLines(string mark) => string.Concat(Scales.Select(scale => $"{mark}{scale.Key} = {TextTable.Number(scale.Value)}"));

    private TextTable Table() => FamilyColumns.Table(
        Tensors,
        row =>
        [
            row.Name,
            row.Kind.ToString(),
            TextTable.Number(row.FanIn),
            TextTable.Number(row.FanOut),
            TextTable.Number(row.Multiplier),
            TextTable.Number(row.InitStd),
        ],
        row => row.Rule.Families,
        TextTable.Number);
}
