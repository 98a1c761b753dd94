using System.Globalization;
using Parameterize.Charts;
using Parameterize.Charts.Axes;
using Parameterize.Charts.Report;
using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Statistics;
using Parameterize.Samples.RandomFeatures;

namespace Parameterize.Samples.Spectra;

/// <summary>The page, and the numbers for the terminal.</summary>
internal static class Report
{
    private const double Worse = 0.5;

    public static ReportPage Page(SpectraResults results) =>
        new ReportPage("The spectrum of a convolutional network on images")
        {
            Introduction = string.Create(
                CultureInfo.InvariantCulture,
                $"The tangent kernel of an annotated convolutional network at r = 0 ({results.Channels} channels, mean of " +
                $"{results.Draws} draws) on {results.Pictures.Count:N0} pictures: {results.Pictures.Source}. Its eigenvalues and the " +
                $"labels' coefficients over all pictures stand for those over all that there could be; with these alone, the theory of " +
                $"Simon et al. (arXiv 2311.14646) says how regression on a few of them will do.\n\n{Summary(results)}"),
        }
        .Section(
            "Power laws",
            "Eigenvalues of the kernel and squared coefficients of the labels over rank, means over half an octave of ranks; dashed the " +
            "fitted power laws, from the sixth rank to a quarter of all.",
            Laws(results.Spectrum),
            Exponents(results))
        .Section(
            "Overfitting is obligatory",
            "Errors on unseen and on learned pictures over the ridge, in units of the kernel's mean diagonal; squares summed over " +
            "classes. Dashed: the theory, whose error on all pictures is shared out to those not learned from. The least test error " +
            "stands where the train error is far below it.",
            Errors(results),
            Optima(results));

    public static ReportTable Exponents(SpectraResults results)
    {
        var table = new ReportTable("of", "exponent", "±\u00a0se", "R2");
        foreach (var (name, fit) in new[]
        {
            ("eigenvalues", results.Spectrum.EigenvalueFit), ("squared coefficients", results.Spectrum.PowerFit),
        })
        {
            table.Row(name, SlopeTable.Exponent(fit.Slope), SlopeTable.Exponent(fit.StandardError), Cells.Fixed(fit.R2, 3));
        }

        return table;
    }

    /// <summary>By number of samples: the best ridge, and the least test error with a train error of half of it.</summary>
    public static ReportTable Optima(SpectraResults results)
    {
        var table = new ReportTable(
            "samples", "ridge", "test error", "±\u00a0se", "predicted", "train error", "train / test", "predicted", "accuracy",
            "cost of fitting half");
        foreach (var samples in results.BySamples)
        {
            var best = Best(samples);
            var tuned = RandomFeatureTheory.Tune(results.Spectrum.Problem, samples.Key, double.PositiveInfinity);
            table.Row(
                Cells.Whole(samples.Key),
                best.Ridge / Scale(results),
                best.Test.Mean,
                best.Test.StandardError,
                best.PredictedTest,
                best.Train.Mean,
                Cells.Fixed(best.Fit, 3),
                Cells.Fixed(tuned.TrainError / tuned.TestError, 3),
                Cells.Percent(best.Accuracy.Mean),
                Cells.Deviation(Cost(samples)));
        }

        return table;
    }

    public static string Summary(SpectraResults results)
    {
        var (eigenvalues, powers) = (results.Spectrum.EigenvalueFit, results.Spectrum.PowerFit);
        var most = results.BySamples.Last();
        var best = Best(most);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Eigenvalues fall like rank to the {eigenvalues.Slope:F2} ± {eigenvalues.StandardError:F2}, squared coefficients to the " +
            $"{powers.Slope:F2} ± {powers.StandardError:F2}. With {most.Key} samples the best ridge has a train error of " +
            $"{best.Fit:F3} of the test error ({100 * best.Accuracy.Mean:F1}% of unseen pictures are told); a train error of half the " +
            $"test error costs {100 * Cost(most):F0}%. Of {results.Points.Count} test errors, " +
            $"{results.Points.Count(point => Math.Abs(point.Deviation) <= 0.1)} are within 10% of the theory, the farthest off by " +
            $"{100 * results.Points.Max(point => Math.Abs(point.Deviation)):F0}%.");
    }

    /// <summary>The least test error of what was measured.</summary>
    public static RidgePoint Best(IEnumerable<RidgePoint> points) => points.MinBy(point => point.Test.Mean)!;

    /// <summary>How much more than the least the test error is where the train error is half of it.</summary>
    public static double Cost(IEnumerable<RidgePoint> points)
    {
        var rising = points.OrderBy(point => point.Ridge).ToArray();
        var index = Math.Clamp(rising.TakeWhile(point => point.Fit < Worse).Count(), 1, rising.Length - 1);
        var (left, right) = (rising[index - 1], rising[index]);
        var part = Math.Clamp((Worse - left.Fit) / (right.Fit - left.Fit), 0, 1);
        return (left.Test.Mean + part * (right.Test.Mean - left.Test.Mean)) / Best(rising).Test.Mean - 1;
    }

    private static double Scale(SpectraResults results) => results.Spectrum.Eigenvalues.Sum();

    private static ChartGrid Laws(Spectrum spectrum) => new ChartGrid("Power laws") { Columns = 2, Range = PanelRange.Own }
        .Add(Law("eigenvalues", "eigenvalue", spectrum.Eigenvalues, spectrum.EigenvalueFit))
        .Add(Law("coefficients of the labels", "squared coefficient", spectrum.Powers, spectrum.PowerFit));

    private static Chart Law(string title, string label, IReadOnlyList<double> values, LogLogFit fit)
    {
        var chart = new Chart(title) { X = Axis.Log10("rank"), Y = Axis.Log10(label) };
        chart.Line("all", values.Select((value, index) => (index + 1.0, value)).Where((_, index) => IsDrawn(index)),
            style: LineStyle.Of(SeriesColor.Categorical(0)) with { Markers = false, Thickness = 1 });
        chart.Scatter("means", Spectrum.Binned(values), LineStyle.Of(SeriesColor.Categorical(1)));
        return chart.Guide(fit.Slope, (10, fit.At(10)), FormattableString.Invariant($"rank^{fit.Slope:F2}"));
    }

    // All of the first, then fewer: a drawing needs no more.
    private static bool IsDrawn(int index) => index < 100 || index % (index / 50) == 0;

    private static ChartGrid Errors(SpectraResults results)
    {
        var grid = new ChartGrid("Test and train error over the ridge") { Columns = 2 };
        foreach (var samples in results.BySamples)
        {
            var chart = new Chart(FormattableString.Invariant($"{samples.Key} samples"))
            {
                X = Axis.Log10("ridge"),
                Y = Axis.Log10("error"),
            };
            Draw(chart, "test", 0, samples, point => point.Test, point => point.PredictedTest);
            var best = Best(samples);
            chart.Mark((best.Ridge / Scale(results), best.Test.Mean), color: SeriesColor.Categorical(0));
            Draw(chart, "train", 1, samples, point => point.Train, point => point.Predicted.TrainError);
            grid.Add(chart);
        }

        return grid;

        void Draw(
            Chart chart, string name, int color, IEnumerable<RidgePoint> points, Func<RidgePoint, Summary> measured,
            Func<RidgePoint, double> predicted)
        {
            var scale = Scale(results);
            chart.Line(name, points.Select(point => (point.Ridge / scale, measured(point).Mean)),
                points.Select(point => (point.Ridge / scale, measured(point).Minimum, measured(point).Maximum)),
                LineStyle.Of(SeriesColor.Categorical(color)));
            chart.Line("theory", points.Select(point => (point.Ridge / scale, predicted(point))),
                style: new LineStyle { Color = SeriesColor.Categorical(color), Dashed = true, Markers = false });
        }
    }
}
