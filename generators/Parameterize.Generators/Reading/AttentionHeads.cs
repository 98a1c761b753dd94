using Parameterize.Generators.Evaluation;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Reading;

/// <summary>How the heads of an attention module of TorchSharp grow, which divides its logits by the root of their width itself.</summary>
internal static class AttentionHeads
{
    /// <summary>How the heads grow that each call makes; nothing for what has none, or is left unscaled.</summary>
    public static IEnumerable<(FactoryCall Call, Factor Ratio)> Of(LayerMember member, IReadOnlyList<FactoryCall> calls)
    {
        if (member.Shape?.Attention is not { } attention || member.Declared == ParameterKind.Finite)
        {
            yield break;
        }

        foreach (var call in calls)
        {
            if ((call.Dimension(attention.Width) / call.Dimension(attention.Heads)).Ratio is { } ratio)
            {
                yield return (call, ratio);
            }
        }
    }

    /// <summary>
    /// How the heads of a member grow by what the class says of its widths, where whether they do is seen at run time alone.
    /// </summary>
    public static Factor? Unsettled(LayerMember member, IReadOnlyList<FactoryCall> calls) =>
        Of(member, calls).Select(heads => heads.Ratio).FirstOrDefault(MayStay);

    /// <summary>
    /// Whether the width of a head is over a number of heads that is a width of its own, and grows as the caller lets it.
    /// </summary>
    public static bool MayStay(Factor ratio) =>
        ratio.Powers.Any(power => power.Value.Constant > Rational.Zero) && ratio.Powers.Any(power => power.Value.Constant < Rational.Zero);
}
