using Parameterize.Experiments;

namespace Parameterize.Samples.Mlp;

/// <summary>The demo's charts and the page that holds them.</summary>
internal static class DemoReport
{
    private const string Command = "./build.sh demo";

    public static void Write(string path, TextTask text, IReadOnlyList<SlopeCheck> slopes, IReadOnlyList<TransferCurves> transfer) =>
        new ReportPage("Parameterize: one dial from lazy to rich")
        {
            Introduction = $"A character-window MLP trained on {text.Source} ({text.Length:N0} characters). All scaling is generated code.",
        }
        .Section(
            "Training changes hidden layers as predicted",
            "Root mean square of the change of each hidden layer after ten steps, over width. Dashed: the predicted slope r - 1/2, through the smallest width. At r = 0 (NTK) features freeze as the network widens, at r = 1/2 (muP) they learn at every width.",
            Slopes(slopes),
            command: Command)
        .Section("Slopes and verdicts", "Fitted on a log-log scale over all widths and seeds.", table: Verdicts(slopes), command: Command)
        .Section(
            "The best learning rate transfers across width",
            $"Mean loss of the last steps over the base learning rate of Adam; rings mark the optimum of each width. {string.Join(" ", transfer.Select(curves => $"{curves.Parametrization}: {DemoTables.Drift(curves.Drift)}."))}",
            Transfer(transfer),
            command: Command)
        .Write(path);

    /// <summary>The demo in one picture: a hidden layer's change at each richness, and loss over rate for both parametrizations.</summary>
    public static Figure Overview(IReadOnlyList<SlopeCheck> checks, IReadOnlyList<TransferCurves> transfer)
    {
        var adam = checks.Where(check => check.Optimizer == "Adam").ToArray();
        var layer = DemoResults.HiddenChanges(adam[0]).Select(slope => slope.Layer).ElementAt(1);
        var grid = new ChartGrid("One dial from lazy to rich, and a learning rate that transfers") { Columns = 3, SharedY = false };
        grid.Add(SlopePanel($"change of {layer}, Adam", layer, adam));
        foreach (var curves in transfer)
        {
            grid.Add(TransferPanel($"loss, {curves.Parametrization}", curves));
        }

        return grid;
    }

    /// <summary>One panel per optimizer: the change of the last hidden layer over width, for each richness.</summary>
    public static Figure Slopes(IReadOnlyList<SlopeCheck> checks)
    {
        var grid = new ChartGrid("Change of hidden layers over width") { Columns = 3 };
        foreach (var layer in DemoResults.HiddenChanges(checks[0]).Select(slope => slope.Layer))
        {
            foreach (var optimizer in checks.GroupBy(check => check.Optimizer))
            {
                grid.Add(SlopePanel($"{layer}, {optimizer.Key}", layer, optimizer));
            }
        }

        return grid;
    }

    /// <summary>One panel per parametrization: loss over rate, a line per width, the optima ringed.</summary>
    public static Figure Transfer(IReadOnlyList<TransferCurves> transfer)
    {
        var grid = new ChartGrid("Loss over learning rate") { Columns = 2 };
        foreach (var curves in transfer)
        {
            grid.Add(TransferPanel(curves.Parametrization, curves));
        }

        return grid;
    }

    private static Chart SlopePanel(string title, string layer, IEnumerable<SlopeCheck> checks)
    {
        var chart = new Chart(title) { X = Axis.Log2("width"), Y = Axis.Log10("rms change") };
        foreach (var check in checks)
        {
            var slope = DemoResults.HiddenChanges(check).First(slope => slope.Layer == layer);
            var color = SeriesColor.Richness(check.Richness);
            var points = SeedBand.Of(slope.Observations.Select(one => (one.Width, one.Value)));
            chart.Line($"r = {ExponentText.Fraction(check.Richness)}", points, LineStyle.Of(color));
            var smallest = slope.Observations.Min(one => one.Width);
            if (slope.Fit is { } fit)
            {
                chart.Guide(slope.Predicted, (smallest, fit.At(smallest)), "predicted", color);
            }
        }

        return chart;
    }

    private static Chart TransferPanel(string title, TransferCurves curves)
    {
        var chart = new Chart(title) { X = Axis.Log2("base learning rate"), Y = Axis.Linear("loss") };
        foreach (var ((width, curve, optimum), index) in curves.Widths.Select((width, index) => (width, index)))
        {
            var color = SeriesColor.Sequence(index, curves.Widths.Count);
            chart.Line(FormattableString.Invariant($"width {width}"), curve, style: LineStyle.Of(color));
            chart.Mark((optimum.Rate, optimum.Loss), "", color);
        }

        return chart;
    }

    private static ReportTable Verdicts(IReadOnlyList<SlopeCheck> checks)
    {
        var table = new ReportTable("optimizer", "r", "layer", "slope", "standard error", "predicted", "verdict");
        foreach (var check in checks)
        {
            foreach (var slope in DemoResults.HiddenChanges(check))
            {
                var verdict = slope.Verdict(0.1);
                table.Row(check.Optimizer, ExponentText.Fraction(check.Richness), slope.Layer, verdict.Slope, verdict.StandardError, slope.Predicted, new TableCell(verdict.Outcome.ToString(), verdict.Passed ? CellTone.Good : CellTone.Bad));
            }
        }

        return table;
    }
}
