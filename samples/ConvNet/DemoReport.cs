using Parameterize.Experiments;

namespace Parameterize.Samples.ConvNet;

/// <summary>The demo's charts and the page that holds them.</summary>
internal static class DemoReport
{
    private const string Command = "./build.sh demo ConvNet";

    public static void Write(string path, IReadOnlyList<SlopeCheck> slopes, IReadOnlyList<TrainedNet> trained) =>
        new ReportPage("Parameterize: a residual convolutional network from lazy to rich")
        {
            Introduction = "Stripes in noise, ten directions. Blocks are annotated classes of their own; all scaling is generated code.",
        }
        .Section(
            "Training changes convolutions as predicted",
            "Root mean square of the change of each convolution's output after three steps, over channels. Dashed: the predicted slope r - 1/2, through the smallest width.",
            Slopes(slopes),
            command: Command)
        .Section("Slopes and verdicts", "Fitted on a log-log scale over all widths and seeds.", table: Verdicts(slopes), command: Command)
        .Section("One rate for every width", "Loss during training, one learning rate for all widths of a row, and the accuracy on fresh images.", Losses(trained), Accuracies(trained), Command)
        .Write(path);

    private static ChartGrid Slopes(IReadOnlyList<SlopeCheck> checks)
    {
        var grid = new ChartGrid("Change of convolutions over channels") { Columns = 3, Range = PanelRange.SameLength };
        foreach (var optimizer in checks.GroupBy(check => check.Optimizer))
        {
            foreach (var layer in optimizer.First().HiddenChanges.Select(slope => slope.Layer))
            {
                grid.Add(SlopePanel($"{layer}, {optimizer.Key}", layer, optimizer));
            }
        }

        return grid;
    }

    private static Chart SlopePanel(string title, string layer, IEnumerable<SlopeCheck> checks)
    {
        var chart = new Chart(title) { X = Axis.Log2("channels"), Y = Axis.Log10("rms change") };
        foreach (var check in checks)
        {
            var slope = check.HiddenChanges.First(slope => slope.Layer == layer);
            var color = SeriesColor.Richness(check.Richness);
            chart.Line($"r = {ExponentText.Fraction(check.Richness)}", SeedBand.Of(slope.Observations.Select(one => (one.Width, one.Value))), LineStyle.Of(color));
            if (slope.Fit is { } fit)
            {
                var smallest = slope.Observations.Min(one => one.Width);
                chart.Guide(slope.Predicted, (smallest, fit.At(smallest)), "predicted", color);
            }
        }

        return chart;
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

    private static ReportTable Verdicts(IReadOnlyList<SlopeCheck> checks)
    {
        var table = new ReportTable("optimizer", "r", "layer", "slope", "standard error", "predicted", "verdict");
        foreach (var check in checks)
        {
            foreach (var slope in check.HiddenChanges)
            {
                var verdict = slope.Verdict(DemoTables.Tolerance);
                table.Row(check.Optimizer, ExponentText.Fraction(check.Richness), slope.Layer, verdict.Slope, verdict.StandardError, slope.Predicted, new TableCell(verdict.Outcome.ToString(), verdict.Passed ? CellTone.Good : CellTone.Bad));
            }
        }

        return table;
    }

    private static ReportTable Accuracies(IReadOnlyList<TrainedNet> trained)
    {
        var table = new ReportTable("r", "channels", "loss", "accuracy");
        foreach (var net in trained)
        {
            table.Row(ExponentText.Fraction(net.Richness), net.Channels, net.Loss, net.Accuracy);
        }

        return table;
    }
}
