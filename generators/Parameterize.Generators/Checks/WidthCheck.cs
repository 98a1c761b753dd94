using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Model;
using Parameterize.Generators.Reading;

namespace Parameterize.Generators.Checks;

/// <summary>Whether there is anything that the class can scale with.</summary>
internal static class WidthCheck
{
    public static void Check(ReadingContext context, ClassReading reading)
    {
        var (parameters, options) = (reading.Parameters, reading.Model.Options);
        if (parameters.Growing.All(number => number.Axis != GrowthAxis.Width) && !parameters.HasMistypedWidth && !options.Baseline)
        {
            context.Report(Descriptors.NoWidth, context.ClassLocation, context.Type.Name);
        }
    }
}
