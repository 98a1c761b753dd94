using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Rules;

/// <summary>
/// The paper in C#: every width-scaling rule of the library, each in one place. Sources: Karkada, arXiv 2404.19719; Yang and Hu,
/// arXiv 2011.14522; Yang et al., arXiv 2203.03466, table 3; Dey et al., arXiv 2505.01618, table 1.
/// </summary>
/// <remarks>
/// Symbols: m, q are the ratios of <see cref="TensorRatios"/>; r is the richness; alpha is the activity of the layer whose change a tensor
/// makes, <c>gamma q^r</c>, or of the one that a readout reads, <c>gamma m^r</c>. One tensor has forward multiplier M, init std sigma and
/// learning rate eta, with effective weight <c>W = M w</c>, <c>w ~ N(0, sigma^2)</c>. All are relative to the model at base widths, where
/// each is a power of gamma, exactly 1 for gamma = 1. Where all widths have one ratio n, alpha is the <c>gamma n^r</c> of the papers.
/// With several that differ it is local: only then are the rules those of NTK at r = 0, and those of mup at r = 1/2, for any ratios.
/// </remarks>
public static class ScalingRule
{
    /// <summary>The symbol of the richness's prefactor.</summary>
    public const string GammaSymbol = "gamma";

    /// <summary>The symbol of the head width's ratio, d/d0.</summary>
    public const string HeadWidthSymbol = "d";

    /// <summary>The symbol of the depth ratio.</summary>
    public const string DepthSymbol = "L";

    /// <summary>
    /// The activity, <c>alpha = gamma q^r</c>: the size of the change of the layer that the tensor belongs to, as a vector norm; of a
    /// readout <c>gamma m^r</c>, that of the layer that it reads. Where a readout sums over the product of two vectors of ratio n, m is
    /// <c>n^2</c> and the activity that of each, <c>gamma n^r</c>: then each gets gradients of the size that its own rule counts on.
    /// </summary>
    public static Factor Activity(ParameterKind kind, TensorRatios ratios) =>
        Factor.Of(GammaSymbol) * (kind == ParameterKind.Output ? ratios.Read : ratios.FanOut).Pow(Exponent.Richness);

    /// <summary>
    /// <c>M sigma</c>, the same in every gauge: input and vector 1, hidden <c>m^-1/2</c>, output <c>1/(m^1/2 alpha)</c>
    /// (Karkada, table 1).
    /// </summary>
    public static Factor EffectiveStd(ParameterKind kind, TensorRatios ratios) => kind switch
    {
        ParameterKind.Input or ParameterKind.Vector or ParameterKind.Finite => Factor.One,
        ParameterKind.Hidden => InverseSqrt(ratios.FanIn),
        ParameterKind.Output => InverseSqrt(ratios.FanIn) / Activity(kind, ratios),
        _ => throw Unknown(kind),
    };

    /// <summary>
    /// The rate at which the effective weight moves, the same in every gauge: <c>M^2 eta</c> for SGD, <c>M eta</c> for the others.
    /// SGD: input and vector <c>alpha^2</c>, hidden <c>alpha^2/m</c>, output <c>1/m</c>.
    /// Adam: input and vector <c>alpha/q^1/2</c>, hidden <c>alpha/(q^1/2 m)</c>, output <c>1/m</c>.
    /// Spectral: hidden <c>alpha/m^1/2</c>, since an update of spectral norm 1 moves each of q outputs of m inputs by
    /// <c>M eta (m/q)^1/2</c>, which has to be <c>alpha/q^1/2</c> as everywhere; all else as Adam.
    /// </summary>
    public static Factor EffectiveRate(ParameterKind kind, TensorRatios ratios, OptimizerFamily family)
    {
        var alpha = Activity(kind, ratios);
        var input = family.Known() switch
        {
            OptimizerFamily.SgdLike => alpha * alpha,
            OptimizerFamily.AdamLike or OptimizerFamily.Spectral => alpha * InverseSqrt(ratios.FanOut),
        };
        return kind switch
        {
            ParameterKind.Input or ParameterKind.Vector => input,
            ParameterKind.Hidden => family switch
            {
                OptimizerFamily.SgdLike or OptimizerFamily.AdamLike => input / ratios.FanIn,
                OptimizerFamily.Spectral => alpha * InverseSqrt(ratios.FanIn),
            },
            ParameterKind.Output => ratios.FanIn.Inverse(),
            ParameterKind.Finite => Factor.One,
            _ => throw Unknown(kind),
        };
    }

    /// <summary>
    /// M, the forward multiplier of a weight. Vectors and finite tensors have none in any gauge: a bias is added as it is.
    /// </summary>
    public static Factor Multiplier(ParameterKind kind, TensorRatios ratios, Gauge gauge) => (gauge.Known(), kind) switch
    {
        (_, ParameterKind.Vector or ParameterKind.Finite) => Factor.One,
        (Gauge.NeuralTangent, _) => EffectiveStd(kind, ratios),
        (Gauge.LearningRate, _) => Factor.One,
        (Gauge.Multiplier, _) => EffectiveRate(kind, ratios, OptimizerFamily.SgdLike).Pow(Rational.Half),
        (Gauge.TensorPrograms, ParameterKind.Output) => ratios.FanIn.Inverse(),
        (Gauge.TensorPrograms, _) => Factor.One,
    };

    /// <summary>sigma, the init std relative to the same tensor's at base widths: the effective std over the multiplier.</summary>
    public static Factor InitStd(ParameterKind kind, TensorRatios ratios, Gauge gauge) =>
        EffectiveStd(kind, ratios) / Multiplier(kind, ratios, gauge);

    /// <summary>
    /// sigma in the standard parametrization, <c>m^-1/2</c>: what TorchSharp draws at the target width, relative to base widths.
    /// </summary>
    /// <param name="layerFanIn">m of the layer whose default draw it is.</param>
    public static Factor StandardInitStd(Factor layerFanIn) => InverseSqrt(layerFanIn);

    /// <summary>eta, the learning rate relative to the one at base widths.</summary>
    public static Factor LearningRate(ParameterKind kind, TensorRatios ratios, Gauge gauge, OptimizerFamily family) =>
        LearningRate(kind, ratios, Multiplier(kind, ratios, gauge), family);

    /// <summary>eta at any multiplier: the effective rate over M^2 (SGD) or M (the others, which normalise gradients).</summary>
    public static Factor LearningRate(ParameterKind kind, TensorRatios ratios, Factor multiplier, OptimizerFamily family)
    {
        var rate = EffectiveRate(kind, ratios, family) / multiplier;
        return family.Known() switch
        {
            OptimizerFamily.SgdLike => rate / multiplier,
            OptimizerFamily.AdamLike or OptimizerFamily.Spectral => rate,
        };
    }

    /// <summary>lambda: weight decay keeps <c>eta lambda</c> independent of width, so it is 1/eta.</summary>
    public static Factor WeightDecay(Factor learningRate) => learningRate.Inverse();

    /// <summary>
    /// lambda as a power of eta, <c>eta^-x</c>, of optimizers that normalise gradients: with x = 1 their product is kept, with x = 0
    /// lambda is. The gauge decides how the two share a product and must not change the product, so that in every gauge it is the one of
    /// <see cref="Gauge.TensorPrograms"/>. SGD, whose rates grow with width, keeps the product.
    /// </summary>
    /// <param name="learningRate">eta in the model's gauge.</param>
    /// <param name="reference">eta in the gauge <see cref="Gauge.TensorPrograms"/>.</param>
    /// <param name="exponent">x, in [0, 1].</param>
    /// <param name="family">How the optimizer's update depends on the gradient.</param>
    public static Factor WeightDecay(Factor learningRate, Factor reference, Rational exponent, OptimizerFamily family) =>
        WeightDecay(learningRate) * reference.Pow(family.Known() switch
        {
            OptimizerFamily.SgdLike => Rational.Zero,
            OptimizerFamily.AdamLike or OptimizerFamily.Spectral => Rational.One - exponent,
        });

    /// <summary>
    /// lambda of a decay that is added to a gradient, <c>g + lambda w</c>, which is then normalised entry by entry: <c>E/sigma</c>, so that
    /// both terms keep their ratio. If lambda w grew faster than g it would be all that is normalised, and nothing would be learned.
    /// </summary>
    /// <param name="gradient">E, the size of the gradient's entries.</param>
    /// <param name="weight">The size of the weight's entries.</param>
    public static Factor CoupledDecay(Factor gradient, Factor weight) => gradient / weight;

    /// <summary>
    /// Adam's epsilon, which follows the gradient's size: <c>M/(alpha q^1/2)</c> for input, hidden and vector, <c>M</c> for output,
    /// 1 for finite.
    /// </summary>
    public static Factor Epsilon(ParameterKind kind, TensorRatios ratios, Gauge gauge) =>
        Epsilon(kind, ratios, Multiplier(kind, ratios, gauge));

    /// <summary>The same at any multiplier.</summary>
    public static Factor Epsilon(ParameterKind kind, TensorRatios ratios, Factor multiplier) => kind switch
    {
        ParameterKind.Finite => Factor.One,
        ParameterKind.Output => multiplier,
        _ => multiplier * InverseSqrt(ratios.FanOut) / Activity(kind, ratios),
    };

    /// <summary>
    /// What a tensor drawn by TorchSharp at the target width is multiplied by, so that its std has the factor
    /// <paramref name="initStd"/>: a default draw has a std proportional to the layer's fan-in to the power -1/2 already.
    /// </summary>
    /// <param name="initStd">sigma of the tensor.</param>
    /// <param name="layerFanIn">m of the layer that the tensor belongs to, a bias included.</param>
    public static Factor OfDefaultDraw(Factor initStd, Factor layerFanIn) => initStd * layerFanIn.Pow(Rational.Half);

    /// <summary>
    /// What attention logits <c>q . k</c> are multiplied by: <c>d0^-1/2 (d/d0)^-x</c>, at base the customary root. With x = 1 the
    /// change of the logits scales like <c>n^(r - 1/2)</c>, as every other change does (Yang et al., arXiv 2203.03466, definition 4.1).
    /// </summary>
    /// <param name="headWidthAtBase">d0.</param>
    /// <param name="exponent">x, in [1/2, 1].</param>
    public static Factor AttentionScale(int headWidthAtBase, Rational exponent) =>
        Factor.Constant(1 / Math.Sqrt(headWidthAtBase)) * Factor.Of(HeadWidthSymbol).Pow(-exponent);

    /// <summary>The same over <c>d^-1/2</c>, for attention that divides by that root itself: <c>(d/d0)^(1/2 - x)</c>.</summary>
    public static Factor FusedQueryScale(Rational exponent) => Factor.Of(HeadWidthSymbol).Pow(Rational.Half - exponent);

    /// <summary>
    /// What a product of two vectors of the model's own is multiplied by where plain code leaves it as it is: <c>1/(m^1/2 alpha)</c>,
    /// which is what a readout over as many inputs has. Each vector changes like <c>n^(r - 1/2)</c> along the other, so that the product
    /// changes by 1 at every richness.
    /// </summary>
    /// <param name="ratio">m, the ratio of the width that is summed over.</param>
    public static Factor BareDotScale(Factor ratio) => EffectiveStd(ParameterKind.Output, new TensorRatios(ratio, ratio, Factor.One));

    /// <summary>The same with the root of the width at base, for what plain code divides by the root of the width.</summary>
    /// <param name="widthAtBase">The width at base.</param>
    /// <param name="ratio">m.</param>
    public static Factor DotScale(int widthAtBase, Factor ratio) => Factor.Constant(1 / Math.Sqrt(widthAtBase)) * BareDotScale(ratio);

    /// <summary>What the output of a residual branch is multiplied by, <c>L^-delta</c> (Dey et al., arXiv 2505.01618, table 1).</summary>
    public static Factor ResidualScale(Rational depthExponent) => Factor.Of(DepthSymbol).Pow(-depthExponent);

    /// <summary>The further factor on eta inside a residual branch: SGD <c>L^(2 delta - 1)</c>, the others <c>L^(delta - 1)</c>.</summary>
    public static Factor DepthRate(Rational depthExponent, OptimizerFamily family) => Factor.Of(DepthSymbol).Pow(family.Known() switch
    {
        OptimizerFamily.SgdLike => depthExponent + depthExponent - Rational.One,
        OptimizerFamily.AdamLike or OptimizerFamily.Spectral => depthExponent - Rational.One,
    });

    /// <summary>
    /// The further factor on Adam's epsilon inside a residual branch, whose gradients the branch's scale shrinks: <c>L^-delta</c>.
    /// </summary>
    public static Factor DepthEpsilon(Rational depthExponent) => ResidualScale(depthExponent);

    private static Factor InverseSqrt(Factor ratio) => ratio.Pow(-Rational.Half);

    private static ArgumentOutOfRangeException Unknown(ParameterKind kind) => new(nameof(kind), kind, "No such kind of parameter.");
}
