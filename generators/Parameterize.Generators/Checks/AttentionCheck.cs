using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Reading;

namespace Parameterize.Generators.Checks;

/// <summary>Whether the heads of an attention module of TorchSharp widen.</summary>
internal static class AttentionCheck
{
    public static void Check(ReadingContext context, BuiltClass built)
    {
        foreach (var (member, value) in built.Parts)
        {
            foreach (var (call, ratio) in AttentionHeads.Of(member, FanReader.CallsOf(member, value)))
            {
                if (!ratio.IsOne && !AttentionHeads.MayStay(ratio))
                {
                    context.Report(Descriptors.HeadsWiden, call.Syntax.GetLocation(), member.Symbol.Name, ratio.ToString());
                }
            }
        }
    }
}
