using System.Globalization;
using Parameterize.Charts;
using Parameterize.Charts.Report;
using Parameterize.Experiments.Coordinates;

namespace Parameterize.Samples.RichnessDial.Plane;

/// <summary>The page of the plane, and its numbers for the terminal.</summary>
internal static class PlaneReport
{
    private const string Legend =
        "A number above 0 is the fastest growth over width of anything, a signal or its change, as a power of n: training is not " +
        "stable. One below 0 is the loss over width of the output's change that some layer's update makes: that layer trains for " +
        "nothing. Framed: neither.";

    private const string FromNothing =
        "Left of r = 1/2 in its own row, a readout starts at next to nothing, as one of zeros does: the calculus finds it sound, since " +
        "the readout's first updates open the way for the layers below. Two small steps end before that.";

    public static int Finish(SampleRun run, PlaneResults results)
    {
        run.Print("Slopes over width by place, r = 1/4: what grows fastest, what is lost fastest", Table(results));
        run.Say(Summary(results));
        return run.Finish(Page(results), "plane.html");
    }

    /// <summary>Found against predicted, in sentences.</summary>
    public static string Summary(PlaneResults results)
    {
        var slopes = results.All.SelectMany(result => result.All).ToArray();
        var sound = results.All.Where(result => result.IsSound).ToArray();
        string[] others = [.. results.All.Where(result => result.IsSound != result.IsPredicted).Select(Name)];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{sound.Length} of {results.All.Count} places are stable and nontrivial: {string.Join("; ", sound.Select(Name))}. The " +
            $"calculus says the same of {results.All.Count - others.Length}" +
            $"{(others.Length == 0 ? "" : $", not of: {string.Join("; ", others)}")}. " +
            $"On them no slope is further than {sound.Max(result => Math.Abs(result.Excess.Slope)):F2} from 0; everywhere else it is " +
            $"{results.All.Where(result => !result.IsSound).Min(result => Math.Abs(result.Excess.Slope)):F2} at least. Of all " +
            $"{slopes.Length} slopes, {slopes.Count(slope => slope.Miss <= PlaneResult.Tolerance)} are within {PlaneResult.Tolerance} of " +
            $"the predicted exponent; median distance {slopes.Select(slope => slope.Miss).Order().ElementAt(slopes.Length / 2):F3}.");
    }

    private static ReportPage Page(PlaneResults results) =>
        new ReportPage("One degree of freedom")
        {
            Introduction = "What if one layer's init or rate has another power of the width than its rule? One network held at " +
                $"r = {results.Richness}, put off its rules by powers of n, trained for two small steps at each width (Karkada, arXiv " +
                $"2404.19719).\n\n{Summary(results)}",
        }
        .Section(
            "A line through the plane",
            $"Across: the readout's init times n^x. Up: the rates of all layers below it times n^y. The rules of every r lie on " +
            $"y = -2x, from r = 1/2 at the upper left end of the frames to r = 0 at the lower right one; " +
            $"beyond, r would leave [0, 1/2]. {Legend}\n\n{FromNothing}",
            Plane(results))
        .Section(
            "Each layer by itself",
            $"One layer's init or rate alone, times a power of n. Only the rule itself, in the middle, has nothing wrong. {Legend}",
            Single(results))
        .Section(
            "Slopes of every place",
            "What grows fastest and what is lost fastest, the slope of the change of the last hidden layer, of the output and of the " +
            "loss, each with its standard error. `predicted` is the calculus's exponent of the same quantity.",
            table: Table(results));

    private static HeatMap Plane(PlaneResults results)
    {
        var map = new HeatMap(
            "What is wrong off the line",
            [.. results.Plane[0].Select(result => ExponentText.Power(result.Point.Of(PlanePoint.Readout).Init))],
            [.. results.Plane.Select(row => ExponentText.Power(row[0].Point.Of(PlanePoint.Layers[0].Name).Rate))])
        {
            ColumnLabel = "init of the readout, times",
            RowLabel = "rates of the layers below, times",
            ValueLabel = "slope over width",
            FrameLabel = "stable and nontrivial",
        };
        return Fill(map, results.Plane);
    }

    private static HeatMap Single(PlaneResults results)
    {
        var map = new HeatMap(
            "What is wrong when one layer leaves its rule",
            [.. results.Exponents.Select(exponent => ExponentText.Power(exponent.ToDouble()))],
            [.. results.Single.Select(row => row.Name)])
        {
            ColumnLabel = "times",
            RowLabel = "layer",
            ValueLabel = "slope over width",
            FrameLabel = "stable and nontrivial",
        };
        return Fill(map, [.. results.Single.Select(row => row.Row)]);
    }

    private static HeatMap Fill(HeatMap map, IReadOnlyList<IReadOnlyList<PlaneResult>> rows)
    {
        foreach (var (row, results) in rows.Index())
        {
            foreach (var (column, result) in results.Index())
            {
                map.Cell(row, column, result.Excess.Slope, result.IsSound);
            }
        }

        return map;
    }

    private static ReportTable Table(PlaneResults results)
    {
        var table = new ReportTable(
            "off by", "grows", "±\u00a0se", "predicted", "is lost", "±\u00a0se", "predicted", "h", "f", "loss", "verdict", "calculus");
        foreach (var result in results.All)
        {
            table.Row(
                Name(result),
                SlopeTable.Exponent(result.Growth.Slope),
                SlopeTable.Exponent(result.Growth.StandardError),
                SlopeTable.Exponent(result.Growth.Predicted),
                SlopeTable.Exponent(result.Least.Slope),
                SlopeTable.Exponent(result.Least.StandardError),
                SlopeTable.Exponent(result.Least.Predicted),
                SlopeTable.Exponent(result.Changes[^2].Slope),
                SlopeTable.Exponent(result.Changes[^1].Slope),
                SlopeTable.Exponent(result.Loss.Slope),
                Word(result.IsSound),
                Word(result.IsPredicted));
        }

        return table;

        static TableCell Word(bool sound) => sound ? new TableCell("sound", CellTone.Good) : new TableCell("not");
    }

    private static string Name(PlaneResult result) => result.Point.Name;
}
