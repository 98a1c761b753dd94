using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Rules;

/// <summary>
/// What the theory says a coordinate check will measure inside attention, whose logits are <c>(d/d0)^-x q . k</c> with d the width of a
/// head (Yang et al., arXiv 2203.03466, definition 4.1): exponents of n of the root mean square over entries.
/// </summary>
/// <remarks>
/// <para>
/// Query and key are of size 1 at init, of one sign only by chance: a logit is a sum of d terms with random signs. Each changes along
/// the other, so that a change of a logit is a sum of d terms with one sign. Where heads widen as the model does, sums over d grow;
/// where heads multiply at a fixed width, nothing in a head does, and all is as in any hidden layer.
/// </para>
/// <para>
/// Adam-like and spectral optimizers normalise gradients away, so query and key change like any hidden layer. The gradient of a query
/// under SGD is <c>d^-x k</c> times that of the logit, which is a sum over the width of a head with random signs at first and so
/// <c>n^-r</c>: hence a change of the query like <c>n^(r - x)</c> in early steps, less than <c>n^(r - 1/2)</c> for every x above 1/2.
/// This is a transient: once values have aligned with their gradients, those of the logits do not shrink any more, and at r = 1/2
/// query and key catch up.
/// </para>
/// <para>
/// That is what query and key learn themselves. What trained gains and biases of a norm below pass on to them changes like
/// <c>n^(r - 1/2)</c> under either family, so that under SGD the slope of a query behind such a norm lies between the two. Logits do not
/// see it: what is passed on is not along the key, and adds with random signs.
/// </para>
/// </remarks>
/// <param name="LogitsAtInit">The exponent of the logits before training; none if the query starts at zero.</param>
/// <param name="ProjectionChange">The exponent of the change of query and key by their own learning.</param>
/// <param name="LogitsChange">The exponent of the change of the logits.</param>
public sealed record AttentionSlopes(Exponent LogitsAtInit, Exponent ProjectionChange, Exponent LogitsChange)
{
    /// <summary>The slopes of one family.</summary>
    /// <param name="family">The optimizer.</param>
    /// <param name="attentionExponent">x, in [1/2, 1].</param>
    /// <param name="headsWiden">
    /// Whether the width of a head grows in proportion to the model, their number being fixed; else their number grows.
    /// </param>
    public static AttentionSlopes Of(OptimizerFamily family, Rational attentionExponent, bool headsWiden)
    {
        var hidden = Exponent.Richness - Rational.Half;
        if (!headsWiden)
        {
            return new AttentionSlopes(0, hidden, hidden);
        }

        var projection = family.Known() switch
        {
            OptimizerFamily.SgdLike => Exponent.Richness - attentionExponent,
            OptimizerFamily.AdamLike or OptimizerFamily.Spectral => hidden,
        };
        return new AttentionSlopes(Rational.Half - attentionExponent, projection, projection + (Rational.One - attentionExponent));
    }
}
