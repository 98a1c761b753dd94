using System.Globalization;
using Parameterize.Charts;
using Parameterize.Charts.Axes;
using Parameterize.Charts.Report;
using Parameterize.Experiments.Coordinates;

namespace Parameterize.Samples.RichnessDial.Kernel;

/// <summary>The page of the kernel machine, and its numbers for the terminal.</summary>
internal static class KernelReport
{
    public static int Finish(SampleRun run, KernelResults results)
    {
        run.Print("How far a trained network is from a kernel machine, slope over width: 2r - 1", Gaps(results.Gaps));
        run.Print("The same where the readout starts as it was drawn", Gaps(results.DrawnGaps));
        run.Print("Change of the alignment of kernel and labels, slope over width", Alignments(results));
        run.Print("By width, means over seeds", ByWidth(results));
        run.Say(Summary(results));
        return run.Finish(Page(results), "kernel.html");
    }

    /// <summary>Both ends of the dial at the largest width, in sentences.</summary>
    public static string Summary(KernelResults results)
    {
        var (lazy, rich, widest) = (results.Dial[0], results.Dial[^1], results.Widths[^1]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"At width {widest} a trained network differs from its linearization by {Percent(lazy, KernelQuantity.Linearization)} at " +
            $"r = 0 and by {Percent(rich, KernelQuantity.Linearization)} at r = 1/2, from kernel regression by " +
            $"{Percent(lazy, KernelQuantity.Regression)} and {Percent(rich, KernelQuantity.Regression)}. Training takes the alignment of " +
            $"kernel and labels from {Alignment(lazy, first: true)} to {Alignment(lazy, first: false)} at r = 0, from " +
            $"{Alignment(rich, first: true)} to {Alignment(rich, first: false)} at r = 1/2. The features' change has rank " +
            $"{Number(lazy, KernelQuantity.RankOfChange)} at r = 0 and {Number(rich, KernelQuantity.RankOfChange)} at r = 1/2, where the " +
            $"features themselves have {Number(rich, KernelQuantity.RankAtInit)}.");

        string Percent(double richness, string quantity)
        {
            var summary = results.Summary(richness, widest, quantity);
            return string.Create(CultureInfo.InvariantCulture, $"{100 * summary.Mean:F1} ± {100 * summary.StandardError:F1}%");
        }

        string Number(double richness, string quantity)
        {
            var summary = results.Summary(richness, widest, quantity);
            return string.Create(CultureInfo.InvariantCulture, $"{summary.Mean:F2} ± {summary.StandardError:F2}");
        }

        string Alignment(double richness, bool first) => results.Of(richness, widest)
            .Average(trial => trial.Series[KernelQuantity.Alignment][first ? 0 : ^1]).ToString("F3", CultureInfo.InvariantCulture);
    }

    private static ReportPage Page(KernelResults results) =>
        new ReportPage("At minimum a kernel machine, at maximum features")
        {
            Introduction = "One network trained by gradient descent on 64 samples, at three r. Beside it, its own first-order Taylor " +
                "expansion at the start, trained alike, and regression with its tangent kernel, stopped as early: neither can learn " +
                $"features (Karkada, arXiv 2404.19719).\n\n{Summary(results)}",
        }
        .Section(
            "A lazy network is its linearization",
            "Distance on 64 samples that neither has seen, over the size of what the linearization says there; and the same against " +
            "kernel regression, which is what training the linearization by small steps comes to. Dashed: n^(2r - 1), as the tangent " +
            "kernel moves.",
            Gaps("Network against kernel machine", results.Gaps, [KernelQuantity.Linearization, KernelQuantity.Regression]),
            Gaps(results.Gaps))
        .Section(
            "A readout that is drawn adds chance",
            "The networks above start with a readout of zeros. One that is drawn moves the layers below it along what was drawn. That is " +
            "of either sign, so that it adds up by chance alone, n^(r - 1), and at r = 1/2 hides what stays.",
            Gaps("The readout starts as it was drawn", results.DrawnGaps, [KernelQuantity.Linearization]),
            Gaps(results.DrawnGaps))
        .Section(
            "A rich network turns its kernel towards the labels",
            "y'Ky / (|K| |y|^2) of the tangent kernel K on the training samples and their labels y, on the way; a line each width, the " +
            "band over seeds. At r = 0 the turn shrinks with width, at r = 1/2 it does not.",
            Alignment(results),
            Alignments(results))
        .Section(
            "Changes of few directions",
            "How many directions share in the features of the last hidden layer at the start, and in their change: (sum s^2)^2 / sum s^4 " +
            "of singular values s over unseen samples. Means over seeds, with the distances above.",
            table: ByWidth(results));

    private static ChartGrid Gaps(string title, IReadOnlyList<DialSlope> slopes, IReadOnlyList<string> quantities)
    {
        var grid = new ChartGrid(title) { Columns = 2, Range = PanelRange.Same };
        foreach (var quantity in quantities)
        {
            var chart = new Chart(quantity) { X = Axis.Log2("width"), Y = Axis.Log10("relative distance") };
            foreach (var slope in slopes.Where(slope => slope.Quantity == quantity))
            {
                SlopeReport.Draw(chart, slope.Richness, slope);
            }

            grid.Add(chart);
        }

        return grid;
    }

    private static ChartGrid Alignment(KernelResults results)
    {
        var grid = new ChartGrid("Alignment of kernel and labels over training") { Columns = 3 };
        foreach (var richness in results.Dial)
        {
            var chart = new Chart($"r = {ExponentText.Fraction(richness)}") { X = Axis.Log2("step + 1"), Y = Axis.Linear("alignment") };
            foreach (var (index, width) in results.Widths.Index())
            {
                var trials = results.Of(richness, width).ToArray();
                var steps = trials[0].Series[KernelQuantity.Steps];
                chart.Line(FormattableString.Invariant($"width {width}"), steps.Select((step, look) => (step + 1, At(look).Average())),
                    steps.Select((step, look) => (step + 1, At(look).Min(), At(look).Max())),
                    LineStyle.Of(SeriesColor.Sequence(index, results.Widths.Count)));

                IEnumerable<double> At(int look) => trials.Select(trial => trial.Series[KernelQuantity.Alignment][look]);
            }

            grid.Add(chart);
        }

        return grid;
    }

    /// <summary>Without verdicts: at these widths the tangent kernel itself still approaches its power of the width.</summary>
    private static ReportTable Gaps(IReadOnlyList<DialSlope> slopes)
    {
        var table = new ReportTable("r", "quantity", "measured", "±\u00a0se", "predicted");
        foreach (var slope in slopes)
        {
            table.Row(
                ExponentText.Fraction(slope.Richness), slope.Quantity, SlopeTable.Exponent(slope.Slope),
                SlopeTable.Exponent(slope.StandardError),
                Predicted(slope));
        }

        return table;
    }

    private static TableCell Predicted(DialSlope slope) => slope.PredictedFrom < slope.Predicted
        ? new TableCell($"{ExponentText.Decimal(slope.PredictedFrom)} to {ExponentText.Decimal(slope.Predicted)}", Numeric: true)
        : SlopeTable.Exponent(slope.Predicted);

    private static ReportTable Alignments(KernelResults results)
    {
        var table = new ReportTable("r", "slope of the change", "±\u00a0se", "from", "to", "at width");
        foreach (var slope in results.Alignments)
        {
            var widest = results.Of(slope.Richness, results.Widths[^1]).Select(trial => trial.Series[KernelQuantity.Alignment]).ToArray();
            table.Row(
                ExponentText.Fraction(slope.Richness), SlopeTable.Exponent(slope.Slope), SlopeTable.Exponent(slope.StandardError),
                Cells.Fixed(widest.Average(looks => looks[0]), 3), Cells.Fixed(widest.Average(looks => looks[^1]), 3),
                Cells.Whole(results.Widths[^1]));
        }

        return table;
    }

    private static ReportTable ByWidth(KernelResults results)
    {
        string[] shown =
        [
            KernelQuantity.Linearization, KernelQuantity.Regression, KernelQuantity.Between, KernelQuantity.Fit,
            KernelQuantity.RankAtInit, KernelQuantity.RankOfChange,
        ];
        var table = new ReportTable(
            "r", "width", "to linearization", "to regression", "linearization to regression", "misfit", "rank of features", "of change");
        foreach (var richness in results.Dial)
        {
            foreach (var width in results.Widths)
            {
                table.Row(
                [
                    ExponentText.Fraction(richness), Cells.Whole(width),
                    .. shown.Select((quantity, column) => column < 4
                        ? Cells.Percent(results.Summary(richness, width, quantity).Mean)
                        : Cells.Fixed(results.Summary(richness, width, quantity).Mean, 2)),
                ]);
            }
        }

        return table;
    }
}
