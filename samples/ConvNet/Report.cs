using Parameterize.Charts;
using Parameterize.Charts.Axes;
using Parameterize.Charts.Report;
using Parameterize.Experiments.Coordinates;

namespace Parameterize.Samples.ConvNet;

/// <summary>The page, and the table that is printed too.</summary>
internal static class Report
{
    public static ReportPage Page(IReadOnlyList<SlopeCheck> slopes, IReadOnlyList<TrainedNet> trained) =>
        new ReportPage("Parameterize: a residual convolutional network from lazy to rich")
        {
            Introduction = "Stripes in noise, ten directions. Blocks are annotated classes of their own; all scaling is generated code.",
        }
        .Section(
            "Change of convolutions over channels",
            "Root mean square of the change of each convolution's output after three steps, over channels. Dashed: the predicted slope " +
            "r - 1/2, through the smallest width.",
            SlopeReport.Charts("Change of convolutions over channels", slopes, "channels"))
        .Section("Slopes and verdicts", "Fitted on a log-log scale over all widths and seeds.", table: SlopeReport.Verdicts(slopes))
        .Section("One rate for every width", "Loss during training, one learning rate for all widths of a row, and the accuracy on " +
            "fresh images.", Losses(trained), Accuracies(trained));

    public static ReportTable Accuracies(IReadOnlyList<TrainedNet> trained)
    {
        var table = new ReportTable("r", "channels", "loss", "accuracy");
        foreach (var net in trained)
        {
            table.Row(
                ExponentText.Fraction(net.Richness),
                Cells.Whole(net.Channels),
                net.Loss,
                new TableCell(FormattableString.Invariant($"{100 * net.Accuracy:F1}%"), Numeric: true));
        }

        return table;
    }

    private static ChartGrid Losses(IReadOnlyList<TrainedNet> trained)
    {
        var grid = new ChartGrid("Loss over steps") { Columns = 2 };
        foreach (var dial in trained.GroupBy(net => net.Richness))
        {
            var chart = new Chart($"r = {ExponentText.Fraction(dial.Key)}") { X = Axis.Linear("step"), Y = Axis.Linear("loss") };
            foreach (var (net, index) in dial.Select((net, index) => (net, index)))
            {
                var color = SeriesColor.Sequence(index, dial.Count());
                chart.Line(FormattableString.Invariant($"{net.Channels} channels"), Smoothed(net.Losses), style: LineStyle.Of(color));
            }

            grid.Add(chart);
        }

        return grid;
    }

    /// <summary>Means of ten steps.</summary>
    private static IReadOnlyList<(double X, double Y)> Smoothed(IReadOnlyList<double> losses) =>
        [.. losses.Chunk(10).Select((chunk, index) => ((index * 10) + ((chunk.Length + 1) / 2.0), chunk.Average()))];
}
