using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Rules;

/// <summary>One tensor's row of the symbolic table: every factor as a formula in the width ratios, relative to base widths.</summary>
/// <param name="Declaration">What was declared.</param>
/// <param name="Multiplier">M: the weight is used as <c>M w</c>.</param>
/// <param name="InitStd">sigma: std of the init over the std at base widths.</param>
/// <param name="Draw">What the tensor drawn by TorchSharp at this width is multiplied by to have that std.</param>
/// <param name="Families">eta, lambda and the factor on epsilon of each family of optimizers.</param>
public sealed record TensorScaling(
    TensorDeclaration Declaration,
    Factor Multiplier,
    Factor InitStd,
    Factor Draw,
    ByFamily<FamilyScaling<Factor>> Families)
{
    /// <summary>TorchSharp's own name of the tensor.</summary>
    public string Name => Declaration.Name;

    /// <summary>The tensor's kind.</summary>
    public ParameterKind Kind => Declaration.Kind;

    /// <summary>The exponents of its own that it scales by; null where the rule of the kind holds.</summary>
    internal WidthExponents? Own { get; init; }

    /// <summary>Applies the rules (<see cref="ScalingRule"/>), or exponents of its own, to one tensor.</summary>
    public static TensorScaling Of(TensorDeclaration tensor, ScalingOptions options)
    {
        var kind = options.Baseline ? ParameterKind.Finite : tensor.Kind;
        var own = options.Baseline ? null : tensor.Exponents;
        var (ratios, n) = (tensor.Ratios, tensor.Ratios.Model);
        var gauge = GaugeOf(tensor, options);
        var inBranch = tensor.InBranch && !options.Baseline;
        var multiplier = own is null ? ScalingRule.Multiplier(kind, ratios, gauge) : n.Pow(-own.A);
        var initStd = options.Settle(InitStdOf(tensor, own, kind, options));
        return new TensorScaling(
            tensor,
            options.Settle(multiplier) * Factor.Constant(tensor.Multiplier),
            initStd,
            ScalingRule.OfDefaultDraw(initStd, tensor.DrawFanIn),
            new ByFamily<FamilyScaling<Factor>>(Family))
        {
            Own = own,
        };

        FamilyScaling<Factor> Family(OptimizerFamily family)
        {
            var rate = Rate(family);
            return new FamilyScaling<Factor>(rate * Factor.Constant(tensor.LearningRate), WeightDecay(rate), Epsilon());
        }

        Factor Rate(OptimizerFamily family) =>
            (own?.C(OptimizerFamilies.RuleOf(kind, family)) is { } c
                ? n.Pow(-c)
                : options.Settle(ScalingRule.LearningRate(kind, ratios, multiplier, family)))
            * (inBranch ? ScalingRule.DepthRate(options.DepthExponent, family) : Factor.One);

        Factor Epsilon() => !options.ScaleEpsilon ? Factor.One
            : options.Settle(
                ScalingRule.Epsilon(kind, ratios, multiplier)) * (inBranch ? ScalingRule.DepthEpsilon(options.DepthExponent) : Factor.One);

        Factor WeightDecay(Factor rate) =>
            (options.ScaleWeightDecay ? ScalingRule.WeightDecay(rate) : Factor.One) * Factor.Constant(tensor.WeightDecay);
    }

    private static Factor InitStdOf(TensorDeclaration tensor, WidthExponents? own, ParameterKind kind, ScalingOptions options)
    {
        if (tensor.ZeroInit)
        {
            return Factor.Constant(0);
        }

        if (options.Baseline)
        {
            return ScalingRule.StandardInitStd(tensor.DrawFanIn);
        }

        return own is not null
            ? tensor.Ratios.Model.Pow(-own.B)
            : ScalingRule.InitStd(kind, tensor.Ratios, GaugeOf(tensor, options));
    }

    /// <summary>
    /// A gauge is free tensor by tensor: where nothing can be multiplied it is the one without multipliers. Where an embedding is the
    /// readout too it is the neural tangent one, in which both have the same sigma and the same eta, for SGD as for Adam: what the
    /// readout lacks is all in its multiplier, so that one tensor can be both.
    /// </summary>
    private static Gauge GaugeOf(TensorDeclaration tensor, ScalingOptions options)
    {
        if (tensor.IsFolded)
        {
            return Gauge.LearningRate;
        }

        return tensor.IsTied ? Gauge.NeuralTangent : options.Gauge;
    }

    /// <summary>eta for one family.</summary>
    public Factor LearningRate(OptimizerFamily family) => Families[family].LearningRate;

    /// <summary>lambda for one family.</summary>
    public Factor WeightDecay(OptimizerFamily family) => Families[family].WeightDecay;

    /// <summary>The factor on epsilon for one family.</summary>
    public Factor Epsilon(OptimizerFamily family) => Families[family].Epsilon;
}
