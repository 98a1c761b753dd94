using Parameterize.Charts.Report;

namespace Parameterize.Experiments.Coordinates;

/// <summary>Sections of a page on coordinate checks.</summary>
internal static class CoordinatePage
{
    /// <summary>What the plot shows, in words.</summary>
    public const string Legend =
        "Each line is a layer: the root mean square of what it puts out on one batch at initialization, then of its change since. The " +
        "median over seeds, and a band from the least to the greatest of them. Dashed is the predicted slope, through the fit at the " +
        "smallest size: a layer that scales as annotated keeps to its dashes, in every panel.";

    /// <summary>A verdict for each slope, a diagnosis for each that is not as predicted, and what was not measured.</summary>
    public static ReportPage Verdicts(
        ReportPage page, string name, double richness, IReadOnlyList<SlopeVerdict> verdicts, IReadOnlyList<string>? unmeasured = null)
    {
        var wrong = verdicts.Where(verdict => !verdict.Passed).Select(verdict => verdict.Diagnosis);
        if (unmeasured is { Count: > 0 })
        {
            wrong = wrong.Append($"not measured, since no module of that name was run with one input: {string.Join(", ", unmeasured)}");
        }

        return page.Section(
            $"{name} at r = {ExponentText.Fraction(richness)}",
            string.Join("\n\n", wrong.Select(diagnosis => char.ToUpperInvariant(diagnosis[0]) + diagnosis[1..])),
            table: SlopeTable.Of(verdicts));
    }
}
