using Parameterize.Generators.Diagnostics;

namespace Parameterize.Generators.Parsing;

/// <summary>Whether the heads of an attention module of TorchSharp widen, which divides its logits by the root of their width itself.</summary>
internal static class AttentionReader
{
    public static void Check(ReadingContext context, LayerMember member, IReadOnlyList<FactoryCall> calls)
    {
        if (member.Shape?.Attention is not { } attention || member.Declared == ParameterKind.Finite)
        {
            return;
        }

        foreach (var call in calls)
        {
            var head = call.Dimension(attention.Width) / call.Dimension(attention.Heads);
            if (head is { Ratio: { IsOne: false } ratio })
            {
                context.Report(Descriptors.HeadsWiden, call.Syntax.GetLocation(), member.Symbol.Name, ratio.ToString());
            }
        }
    }
}
