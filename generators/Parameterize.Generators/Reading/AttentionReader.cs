using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Reading.Evaluation;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Reading;

/// <summary>Whether the heads of an attention module of TorchSharp widen, which divides its logits by the root of their width itself.</summary>
internal static class AttentionReader
{
    /// <summary>How the heads of a member grow by what the class says of its widths, where whether they do is seen at run time alone.</summary>
    public static Factor? Unsettled(LayerMember member, IReadOnlyList<FactoryCall> calls) =>
        member.Shape?.Attention is { } attention && member.Declared != ParameterKind.Finite
            ? calls.Select(call => HeadRatio(call, attention)).FirstOrDefault(ratio => ratio is not null && MayStay(ratio))
            : null;

    public static void Check(ReadingContext context, LayerMember member, IReadOnlyList<FactoryCall> calls)
    {
        if (member.Shape?.Attention is not { } attention || member.Declared == ParameterKind.Finite)
        {
            return;
        }

        foreach (var call in calls)
        {
            if (HeadRatio(call, attention) is { IsOne: false } ratio && !MayStay(ratio))
            {
                context.Report(Descriptors.HeadsWiden, call.Syntax.GetLocation(), member.Symbol.Name, ratio.ToString());
            }
        }
    }

    private static Factor? HeadRatio(FactoryCall call, (int Width, int Heads) attention) =>
        (call.Dimension(attention.Width) / call.Dimension(attention.Heads)).Ratio;

    /// <summary>Whether the width of a head is over a number of heads that is a width of its own, and grows as the caller lets it.</summary>
    private static bool MayStay(Factor ratio) =>
        ratio.Powers.Any(power => power.Value.Constant > Rational.Zero) && ratio.Powers.Any(power => power.Value.Constant < Rational.Zero);
}
