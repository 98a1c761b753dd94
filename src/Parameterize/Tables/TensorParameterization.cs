using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Shapes;

namespace Parameterize;

/// <summary>
/// One tensor's row of the resolved table: the numbers that the model runs with, each relative to base widths and 1 unless set.
/// </summary>
public sealed class TensorParameterization
{
    private readonly double _draw = 1;

    /// <summary>A row of ones.</summary>
    /// <param name="name">TorchSharp's own name of the tensor, such as <c>_mix.weight</c>.</param>
    /// <param name="kind">Which fans are widths.</param>
    /// <param name="rule">The rule of the parameter group that it trains in.</param>
    /// <param name="shape">
    /// What is claimed of its shape, as <c>256 q, 64 m</c>; null where only m q is, by which the number of its entries grows.
    /// </param>
    public TensorParameterization(string name, ParameterKind kind, ParameterRule rule, string? shape = null)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Kind = kind;
        Rule = rule ?? throw new ArgumentNullException(nameof(rule));
        Shape = shape is null ? null : ShapeClaim.Of(shape);
    }

    /// <summary>TorchSharp's own name of the tensor.</summary>
    public string Name { get; }

    /// <summary>Which fans are widths.</summary>
    public ParameterKind Kind { get; }

    /// <summary>The rule of its parameter group: eta, lambda and epsilon.</summary>
    public ParameterRule Rule { get; }

    /// <summary>What is claimed of its shape; null where only m q is, by which the number of its entries grows.</summary>
    public ShapeClaim? Shape { get; private init; }

    /// <summary>m, the fan-in ratio.</summary>
    public double FanIn { get; init; } = 1;

    /// <summary>q, the fan-out ratio.</summary>
    public double FanOut { get; init; } = 1;

    /// <summary>M: the forward pass uses M times the tensor.</summary>
    public double Multiplier { get; init; } = 1;

    /// <summary>sigma: std of the init over the std at base widths.</summary>
    public double InitStd { get; init; } = 1;

    /// <summary>What the tensor that TorchSharp drew at this width is multiplied by, to have that std.</summary>
    public double Draw
    {
        get => _draw * DrawnByFans;
        init => _draw = value;
    }

    /// <summary>
    /// What the std of a draw that depends on both sides of the matrix, which do not grow alike, has fallen by since base widths:
    /// Xavier's, or an orthogonal one's. A factor of <see cref="Draw"/>.
    /// </summary>
    public double DrawnByFans { get; init; } = 1;

    /// <summary>
    /// The std at base widths to draw the tensor with anew, where its attribute gives one, before it is scaled; else null.
    /// </summary>
    public double? RedrawStd { get; init; }

    /// <summary>
    /// The tensor that takes this one's place in the forward pass, as an embedding's weight does in a tied readout; else null.
    /// </summary>
    public string? TiedTo { get; init; }

    /// <summary>
    /// The name of its row in the class's symbolic table, where that stands for several tensors: <c>_layers.*.weight</c>.
    /// </summary>
    public string? Formula { get; init; }

    /// <summary>
    /// The class of the model inside the model that the tensor belongs to, and which scaled it; null for the model's own.
    /// </summary>
    public string? Owner { get; init; }

    /// <summary>The same row in a model that holds this one: under its name there, in a group of this model's own.</summary>
    /// <param name="member">The name under which the model is held.</param>
    /// <param name="owner">This model's class.</param>
    public TensorParameterization Inside(string member, string owner) => Copy(
        $"{member}.{Name}", Rule.Of(Owner is null ? owner : null), Shape, TiedTo is null ? null : $"{member}.{TiedTo}", Owner ?? owner);

    /// <summary>This row, with the sizes of another one of the same tensor.</summary>
    internal TensorParameterization WithSizesOf(TensorParameterization other) => Shape is null || other.Shape is null
        ? this
        : Copy(Name, Rule, other.Shape.AtOtherBase(other.FanIn / FanIn, other.FanOut / FanOut), TiedTo, Owner);

    /// <summary>This row where other formulas hold than those that it was written by.</summary>
    /// <param name="formulas">Its row of the symbolic table.</param>
    /// <param name="rule">The rule of its group.</param>
    /// <param name="value">What a formula is.</param>
    /// <param name="isBaseline">Whether it stays as it was drawn.</param>
    internal TensorParameterization By(TensorScaling formulas, ParameterRule rule, Func<Factor, double> value, bool isBaseline) =>
        new(Name, formulas.Kind, rule)
        {
            Shape = Shape,
            FanIn = value(formulas.Declaration.Ratios.FanIn),
            FanOut = value(formulas.Declaration.Ratios.FanOut),
            Multiplier = value(formulas.Multiplier),
            InitStd = value(formulas.InitStd),
            Draw = value(RedrawStd is null ? formulas.Draw : formulas.InitStd),
            DrawnByFans = isBaseline ? 1 : DrawnByFans,
            RedrawStd = RedrawStd,
            Distribution = Distribution,
            TiedTo = TiedTo,
            Formula = Formula,
        };

    /// <summary>What to draw from, with <see cref="RedrawStd"/>.</summary>
    public InitDistribution Distribution { get; init; }

    private TensorParameterization Copy(string name, ParameterRule rule, ShapeClaim? shape, string? tiedTo, string? owner) =>
        new(name, Kind, rule)
        {
            Shape = shape,
            FanIn = FanIn,
            FanOut = FanOut,
            Multiplier = Multiplier,
            InitStd = InitStd,
            Draw = _draw,
            DrawnByFans = DrawnByFans,
            RedrawStd = RedrawStd,
            Distribution = Distribution,
            TiedTo = tiedTo,
            Formula = owner is null ? Formula : null,
            Owner = owner,
        };
}
