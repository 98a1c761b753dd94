using Parameterize.Charts;
using Parameterize.Charts.Axes;
using Parameterize.Charts.Report;
using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Statistics;

namespace Parameterize.Samples.RichnessDial;

/// <summary>The page.</summary>
internal static class Report
{
    public static ReportPage Page(DialResults results) =>
        new ReportPage("The richness dial")
        {
            Introduction = "One network, one number r between 0 (NTK, lazy) and 1/2 (muP, rich): Karkada, arXiv 2404.19719. All " +
                "scaling is generated code. Dashed lines have the predicted slope and go through the fit at the smallest width.",
        }
        .Section(
            "Change of hidden layers, predicted n^(r - 1/2)",
            "Root mean square of the change of each hidden layer after ten steps of gradient descent.",
            Grid("Change of hidden layers over width", "rms change", results.Changes),
            Tables.Slopes(results.Changes))
        .Section(
            "Change of the tangent kernel, predicted n^(2r - 1)",
            "Relative change of the empirical tangent kernel in the same training. At r = 0 it vanishes with width, so the network is " +
            "its kernel; at r = 1/2 it does not. Narrow networks still approach this, so slopes and dashed lines are " +
            "those of the wide ones.",
            Panel("Relative change of the tangent kernel", "relative change", results.Kernel),
            Tables.Drifts(results))
        .Section(
            "Alignment of updates with what comes in",
            "|dW x| / (|dW| |x|) of the update does not shrink with width at any richness; that of the initial weights does, as for " +
            "any random matrix.",
            table: Tables.Slopes(results.Alignments))
        .Section(
            "The tutorial's table of norms",
            "Three linear layers: norm of each layer at init, the part of its change that its own update makes, and the part that the " +
            "layers below pass on, as powers of the width.",
            table: Tables.Slopes(results.Norms))
        .Section("Four gauges, one trajectory", "The same draws, written in four ways; losses over 30 steps in doubles.",
            table: Tables.Gauges(results.Gauges))
        .Section(
            "Wider is better when rich",
            "Loss on fresh batches at the end of training, one learning rate for all widths.",
            Losses(results.Losses),
            Tables.Losses(results.Losses));

    private static ChartGrid Grid(string title, string label, IReadOnlyList<DialSlope> slopes)
    {
        var grid = new ChartGrid(title) { Columns = 3, Range = PanelRange.SameLength };
        foreach (var quantity in slopes.GroupBy(slope => slope.Quantity))
        {
            grid.Add(Panel(quantity.Key, label, quantity));
        }

        return grid;
    }

    private static Chart Panel(string title, string label, IEnumerable<DialSlope> slopes)
    {
        var chart = new Chart(title) { X = Axis.Log2("width"), Y = Axis.Log10(label) };
        foreach (var slope in slopes)
        {
            SlopeReport.Draw(chart, slope.Richness, slope);
        }

        return chart;
    }

    private static Chart Losses(IReadOnlyList<(double Richness, long Width, Summary Loss)> losses)
    {
        var chart = new Chart("Loss at the end of training") { X = Axis.Log2("width"), Y = Axis.Linear("loss") };
        foreach (var richness in losses.GroupBy(one => one.Richness))
        {
            chart.Line(
                $"r = {ExponentText.Fraction(richness.Key)}",
                richness.Select(one => ((double)one.Width, one.Loss.Mean)),
                richness.Select(one => ((double)one.Width, one.Loss.Minimum, one.Loss.Maximum)),
                LineStyle.Of(SeriesColor.Richness(richness.Key)));
        }

        return chart;
    }
}
