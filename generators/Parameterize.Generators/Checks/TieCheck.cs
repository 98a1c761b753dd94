using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Reading;

namespace Parameterize.Generators.Checks;

/// <summary>Whether the readouts that are said to share an embedding can.</summary>
internal static class TieCheck
{
    public static void Check(ReadingContext context, BuiltClass built)
    {
        foreach (var (readout, problem) in Tie.Of(built.Members))
        {
            if (problem is not null)
            {
                var location = context.ArgumentLocation(readout.Attribute!, "TiedTo");
                context.Report(Descriptors.InvalidConstant, location, "TiedTo", $"\"{readout.TiedTo}\"", readout.Symbol.Name, problem);
            }
        }
    }
}
