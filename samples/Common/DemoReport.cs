using Parameterize.Experiments;

namespace Parameterize.Samples;

/// <summary>The demo's charts and the page that holds them.</summary>
internal static class DemoReport
{
    public static void Write(string path, DemoSubject subject, IReadOnlyList<SlopeCheck> slopes, IReadOnlyList<TransferCurves> transfer) =>
        new ReportPage(subject.Title) { Introduction = subject.Introduction }
        .Section("Training changes hidden layers as predicted", subject.Slopes, Slopes(slopes), command: subject.Command)
        .Section("Slopes and verdicts", "Fitted on a log-log scale over all widths and seeds.", table: Verdicts(slopes), command: subject.Command)
        .Section(
            "The best learning rate transfers across width",
            $"Mean loss of the last steps over the base learning rate of {subject.Optimizer}; rings mark the optimum of each width. {string.Join(" ", transfer.Select(curves => $"{curves.Parametrization}: {DemoTables.Drift(curves.Drift)}."))}",
            Transfer(transfer),
            command: subject.Command)
        .Write(path);

    /// <summary>The demo in one picture: a hidden layer's change at each richness, and loss over rate for both parametrizations.</summary>
    public static Figure Overview(IReadOnlyList<SlopeCheck> checks, IReadOnlyList<TransferCurves> transfer)
    {
        var last = checks.GroupBy(check => check.Optimizer).Last();
        var layer = last.First().Shown[1].Layer;
        var grid = new ChartGrid("One dial from lazy to rich, and a learning rate that transfers") { Columns = 3, Range = PanelRange.Own };
        grid.Add(SlopePanel($"change of {layer}, {last.Key}", layer, last));
        foreach (var curves in transfer)
        {
            grid.Add(TransferPanel($"loss, {curves.Parametrization}", curves));
        }

        return grid;
    }

    /// <summary>One panel per optimizer: the change of the last hidden layer over width, for each richness.</summary>
    public static Figure Slopes(IReadOnlyList<SlopeCheck> checks)
    {
        var grid = new ChartGrid("Change of hidden layers over width") { Columns = 3, Range = PanelRange.SameLength };
        foreach (var layer in checks[0].Shown.Select(slope => slope.Layer))
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
            var slope = check.Shown.First(slope => slope.Layer == layer);
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
            foreach (var slope in check.Shown)
            {
                var verdict = slope.Verdict(0.1);
                table.Row(check.Optimizer, ExponentText.Fraction(check.Richness), slope.Layer, verdict.Slope, verdict.StandardError, slope.Predicted, new TableCell(verdict.Outcome.ToString(), verdict.Passed ? CellTone.Good : CellTone.Bad));
            }
        }

        return table;
    }
}
