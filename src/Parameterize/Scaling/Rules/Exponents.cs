using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Rules;

/// <summary>
/// One tensor in abc-notation: <c>W = n^-a w</c>, <c>w ~ N(0, n^-2b)</c>, learning rate <c>eta n^-c</c>
/// (Yang and Hu, arXiv 2011.14522, definition 3.1).
/// </summary>
/// <param name="A">The multiplier's exponent.</param>
/// <param name="B">The init's exponent; null is infinity, weights that start at zero.</param>
/// <param name="C">The learning rate's exponent; null is infinity, a tensor that is not trained.</param>
public sealed record Exponents(Rational A, Rational? B, Rational? C)
{
    private const string Width = "n";

    /// <summary>How one entry of the effective weight scales at init: <c>n^-(a+b)</c>.</summary>
    public Growth EffectiveStd => B is { } b ? -(A + b) : Growth.Nothing;

    /// <summary>The same tensor, starting at zero.</summary>
    public Exponents ZeroInit => this with { B = null };

    /// <summary>The same tensor, not trained.</summary>
    public Exponents Frozen => this with { C = null };

    /// <summary>
    /// What the library's rules (<see cref="ScalingRule"/>) say, when every width grows together: n = m = q. The richness is not
    /// restricted, so that one can see what is wrong outside [0, 1/2].
    /// </summary>
    public static Exponents FromRules(ParameterKind kind, Rational richness, Gauge gauge, OptimizerFamily family)
    {
        var n = Factor.Of(Width);
        var ratios = new TensorRatios(n, n, n); // a rule looks at the fans of its kind alone
        return new Exponents(
            MinusPower(ScalingRule.Multiplier(kind, ratios, gauge)),
            MinusPower(ScalingRule.InitStd(kind, ratios, gauge)),
            MinusPower(ScalingRule.LearningRate(kind, ratios, gauge, family)));

        Rational MinusPower(Factor factor) => -factor.ExponentOf(Width).At(richness);
    }

    /// <summary>
    /// The same training, written otherwise: <c>a + t, b - t</c> and <c>c - 2t</c> (SGD) or <c>c - t</c> (the others)
    /// (Yang and Hu, section 3.1; Everett et al., arXiv 2407.05872, section 2).
    /// </summary>
    public Exponents Moved(Rational by, OptimizerFamily family) => new(
        A + by,
        B - by,
        C - (family.Known() switch
        {
            OptimizerFamily.SgdLike => by + by,
            OptimizerFamily.AdamLike or OptimizerFamily.Spectral => by,
        }));

    /// <summary>
    /// How one entry of the effective weight moves in a step, along gradient and signal: SGD <c>n^(-2a-c) g h</c>, Adam <c>n^(-a-c)</c>,
    /// a spectral optimizer's hidden matrix <c>n^(-a-c-1)</c>, since its n directions share the entries.
    /// </summary>
    /// <param name="kind">The tensor's kind.</param>
    /// <param name="family">The optimizer.</param>
    /// <param name="gradient">How the gradient of one output entry scales.</param>
    /// <param name="signal">How one input entry scales.</param>
    internal Growth Update(ParameterKind kind, OptimizerFamily family, Growth gradient, Growth signal) =>
        C is not { } c || (gradient + signal).IsNothing
            ? Growth.Nothing
            : OptimizerFamilies.RuleOf(kind, family) switch
            {
                OptimizerFamily.SgdLike => gradient + signal + -(A + A + c),
                OptimizerFamily.AdamLike => -(A + c),
                OptimizerFamily.Spectral => -(A + c + Rational.One),
            };

    /// <summary>As <c>a = 0, b = 1/2, c = 1</c>.</summary>
    public override string ToString() => $"a = {A}, b = {B?.ToString() ?? "infinity"}, c = {C?.ToString() ?? "infinity"}";
}
