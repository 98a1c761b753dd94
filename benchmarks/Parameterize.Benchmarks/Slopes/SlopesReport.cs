using System.Globalization;
using Parameterize.Experiments.Coordinates;

namespace Parameterize.Benchmarks.Slopes;

/// <summary>
/// The slopes of the change of layers over width, measured beside predicted, model by optimizer by richness: the table of the guide on
/// roles.
/// </summary>
internal static class SlopesReport
{
    private const double Tolerance = 0.1;

    /// <param name="output">Where the table goes.</param>
    /// <param name="model">What the names of the models that are measured contain; all, where it is empty.</param>
    public static void Print(TextWriter output, string model)
    {
        output.WriteLine("| model | layer | optimizer | r = 0 | r = 1/4 | r = 1/2 |\n|---|---|---|---|---|---|");
        var (near, all) = (0, 0);
        foreach (var subject in SlopeSubjects.All.Where(one => one.Name.Contains(model, StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var family in new[] { OptimizerFamily.AdamLike, OptimizerFamily.SgdLike })
            {
                var results = subject.Dial.ToDictionary(richness => richness, richness => subject.Measure(family, richness));
                near += results.Values.Sum(result => result.Slopes.Count(slope => slope.Miss <= Tolerance));
                all += results.Values.Sum(result => result.Slopes.Count);
                foreach (var layer in subject.Shown)
                {
                    var cells = SlopeSubject.Every
                        .Select(richness => results.TryGetValue(richness, out var result) ? Cell(result, layer) : "refused");
                    output.WriteLine($"| {subject.Name} | `{layer}` | {NameOf(family)} | {string.Join(" | ", cells)} |");
                }

                output.Flush();
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\n{near} of {all} slopes, those at init among them, are within {Tolerance} of what is predicted."));
    }

    private static string NameOf(OptimizerFamily family) => family == OptimizerFamily.SgdLike ? "SGD" : "Adam";

    /// <summary>As <c>-0.49 ± 0.01 (-1/2)</c>, in bold where it is farther than 0.1 from what is predicted.</summary>
    private static string Cell(CoordinateCheckResult result, string layer)
    {
        var slope = result.Slopes.First(
            one => one.Layer == layer && (one.Quantity is SlopeQuantity.HiddenChange or SlopeQuantity.OutputChange));
        var predicted = ExponentText.Fraction(slope.Predicted);
        var range = slope.PredictedFrom < slope.Predicted ? $"{ExponentText.Fraction(slope.PredictedFrom)} to {predicted}" : predicted;
        var text = $"{ExponentText.Decimal(slope.Slope)} ± {ExponentText.Decimal(slope.StandardError)} ({range})";
        return slope.Miss <= Tolerance ? text : $"**{text}**";
    }
}
