using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Reading;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Generators.Checks;

/// <summary>
/// Whether the readouts that are said to share an embedding can, at this richness, and whether the embedding is drawn for it.
/// </summary>
internal static class TieCheck
{
    public static void Check(ReadingContext context, BuiltClass built, ScalingOptions options)
    {
        foreach (var (readout, problem) in Tie.Of(built.Members))
        {
            var location = context.ArgumentLocation(readout.Attribute!, "TiedTo");
            if (problem is not null)
            {
                context.Report(Descriptors.InvalidConstant, location, "TiedTo", $"\"{readout.TiedTo}\"", readout.Symbol.Name, problem);
                continue;
            }

            if (readout.SeesEmbedding && !options.Baseline && options.Richness is { } richness && richness < Rational.Half)
            {
                context.Report(
                    Descriptors.TiedAndLazy, location, readout.Symbol.Name, readout.TiedTo!, richness.ToString(),
                    (Rational.Half - richness).ToString());
            }

            if (IsDrawnByDefault(built, readout.TiedTo!))
            {
                context.Report(Descriptors.TiedToWideDraw, location, readout.TiedTo!, readout.Symbol.Name);
            }
        }
    }

    /// <summary>Whether the embedding keeps the N(0, 1) that TorchSharp draws.</summary>
    private static bool IsDrawnByDefault(BuiltClass built, string embedding)
    {
        var (member, value) = built.Parts.First(part => part.Member.Symbol.Name == embedding);
        var isSet = member.Attribute.Argument<double>("InitStd") > 0 || member.Attribute.Argument<bool>("ZeroInit") == true;
        return !isSet
            && FanReader.CallsOf(member, value)
                .All(call => !call.Draws.TryGetValue("weight", out var draws) || draws.All(draw => draw.At is null));
    }
}
