using Parameterize.Charts;
using Parameterize.Charts.Report;

namespace Parameterize.Samples;

/// <summary>
/// What a demo of slopes and transfer leaves behind: tables on the console, a page, a picture of the whole, results.json.
/// </summary>
public static class DemoReport
{
    private const string Slopes = "Change of hidden layers";

    /// <summary>Prints and writes all of it.</summary>
    /// <param name="run">What was asked for.</param>
    /// <param name="subject">What is said of it.</param>
    /// <param name="slopes">The changes over width.</param>
    /// <param name="transfer">The rate sweeps.</param>
    /// <param name="part">
    /// How the page, the picture and the results of a part that is asked for by itself are called; null for the whole.
    /// </param>
    public static int Finish(
        SampleRun run,
        DemoSubject subject,
        IReadOnlyList<SlopeCheck> slopes,
        IReadOnlyList<TransferCurves> transfer,
        string? part = null)
    {
        run.Print($"{Slopes}, slope over width (predicted: r - 1/2)", SlopeReport.Verdicts(slopes));
        run.Print($"Best {subject.Optimizer} rate (log2) and loss there, by width", TransferReport.Optima(transfer));
        foreach (var curves in transfer)
        {
            run.Say(TransferReport.Drift(curves));
        }

        run.Print("Loss at the rate that is best for the narrowest, and at each width's own", TransferReport.Reused(transfer));
        if (run.Asked(SampleOptions.Figures) is { } figures)
        {
            figures.Create();
            Overview(slopes, transfer).WriteSvg(Path.Combine(figures.FullName, $"{part ?? "overview"}.svg"));
        }

        DemoResults.Write(run.File($"{part ?? "results"}.json"), slopes, transfer);
        return run.Finish(Page(subject, slopes, transfer), $"{part ?? "report"}.html");
    }

    private static ReportPage Page(DemoSubject subject, IReadOnlyList<SlopeCheck> slopes, IReadOnlyList<TransferCurves> transfer) =>
        new ReportPage(subject.Title) { Introduction = subject.Introduction }
        .Section(
            $"{Slopes} over width",
            subject.Slopes,
            SlopeReport.Charts($"{Slopes} over width", slopes))
        .Section("Slopes and verdicts", "Fitted on a log-log scale over all widths and seeds.", table: SlopeReport.Verdicts(slopes))
        .Section(
            "The best learning rate over width",
            $"Mean loss of the last steps over the base learning rate of {subject.Optimizer}; rings mark the optimum of each width. " +
            $"{string.Join(" ", transfer.Select(curves => TransferReport.Drift(curves) + "."))}",
            TransferReport.Charts(transfer))
        .Section("Best rates", "The best rate of each width, and the loss there.", table: TransferReport.Optima(transfer))
        .Section(
            "The narrowest network's rate, reused",
            "Loss at every width with the rate that is best at the smallest one, beside the loss with the best rate of the width itself, " +
            "which takes a sweep at that width. Between two rates of the grid the loss is taken on a straight line.",
            table: TransferReport.Reused(transfer));

    /// <summary>The demo in one picture: a hidden layer's change at each richness, and loss over rate for both parametrizations.</summary>
    private static ChartGrid Overview(IReadOnlyList<SlopeCheck> checks, IReadOnlyList<TransferCurves> transfer)
    {
        var last = checks.GroupBy(check => check.Optimizer).Last();
        var layer = last.First().Shown[1].Layer;
        var grid = new ChartGrid("One dial from lazy to rich, and a learning rate that transfers") { Columns = 3, Range = PanelRange.Own };
        grid.Add(SlopeReport.Panel($"change of {layer}, {last.Key}", layer, last));
        foreach (var curves in transfer)
        {
            grid.Add(curves.Sweep.ToChart($"loss, {curves.Parametrization}"));
        }

        return grid;
    }
}
