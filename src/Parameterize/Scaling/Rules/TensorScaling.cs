using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Rules;

/// <summary>One tensor's row of the symbolic table: every factor as a formula in the width ratios, relative to base widths.</summary>
/// <param name="Declaration">What was declared.</param>
/// <param name="Multiplier">M: the weight is used as <c>M w</c>.</param>
/// <param name="InitStd">sigma: std of the init over the std at base widths.</param>
/// <param name="Draw">What the tensor drawn by TorchSharp at this width is multiplied by to have that std.</param>
/// <param name="Families">eta, lambda, the factor on epsilon and lambda of a coupled decay, of each family of optimizers.</param>
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

    /// <summary>
    /// The size of its entries over that at base widths: sigma, and of a tensor that starts at zero what normalised steps make of it.
    /// </summary>
    private Factor Size { get; init; } = Factor.One;

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
        var reference = own is null ? ScalingRule.Multiplier(kind, ratios, ReferenceGauge(tensor)) : multiplier;
        var gradient = options.Settle(ScalingRule.Epsilon(kind, ratios, multiplier))
            * (inBranch ? ScalingRule.DepthEpsilon(options.DepthExponent) : Factor.One);
        return new TensorScaling(
            tensor,
            options.Settle(multiplier) * Factor.Constant(tensor.Multiplier),
            initStd,
            ScalingRule.OfDefaultDraw(initStd, tensor.DrawFanIn),
            new ByFamily<FamilyScaling<Factor>>(Family))
        {
            Own = own,
            Size = SizeOf(),
        }.WithGradient(gradient, options);

        FamilyScaling<Factor> Family(OptimizerFamily family)
        {
            var rate = Rate(family, multiplier);
            var decay = ScalingRule.WeightDecay(rate, Rate(family, reference), options.DecayExponent, family);
            return new FamilyScaling<Factor>(
                rate * Factor.Constant(tensor.LearningRate), decay * Factor.Constant(tensor.WeightDecay), Factor.One, Factor.One);
        }

        // What is drawn as zero has the size of its first updates.
        Factor SizeOf()
        {
            if (options.Baseline)
            {
                return Factor.One;
            }

            return tensor.ZeroInit ? Rate(OptimizerFamily.AdamLike, multiplier) : initStd;
        }

        Factor Rate(OptimizerFamily family, Factor multiplier) =>
            (own?.C(OptimizerFamilies.RuleOf(kind, family)) is { } c
                ? n.Pow(-c)
                : options.Settle(ScalingRule.LearningRate(kind, ratios, multiplier, family)))
            * (inBranch ? ScalingRule.DepthRate(options.DepthExponent, family) : Factor.One);
    }

    /// <summary>The same where gradients are of another size.</summary>
    internal TensorScaling WithGradient(Factor gradient, ScalingOptions options)
    {
        var epsilon = options.ScaleEpsilon ? gradient : Factor.One;
        var coupled = ScalingRule.CoupledDecay(gradient, Size) * Factor.Constant(Declaration.WeightDecay);
        return this with { Families = Families.Select(scaling => scaling with { Epsilon = epsilon, CoupledDecay = coupled }) };
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

    /// <summary>
    /// The gauge in which lambda is a power of eta: mup's, in which it was found; of an embedding that is the readout too, the one in which
    /// both have one eta.
    /// </summary>
    private static Gauge ReferenceGauge(TensorDeclaration tensor) => tensor.IsTied ? Gauge.NeuralTangent : Gauge.TensorPrograms;

    /// <summary>eta for one family.</summary>
    public Factor LearningRate(OptimizerFamily family) => Families[family].LearningRate;

    /// <summary>lambda for one family.</summary>
    public Factor WeightDecay(OptimizerFamily family) => Families[family].WeightDecay;

    /// <summary>lambda of a decay that joins the gradient before that is normalised entry by entry: as Adam's, and not AdamW's.</summary>
    public Factor CoupledDecay => Families.AdamLike.CoupledDecay;

    /// <summary>The factor on epsilon for one family.</summary>
    public Factor Epsilon(OptimizerFamily family) => Families[family].Epsilon;
}
