using Parameterize.Charts;
using Parameterize.Charts.Axes;
using Parameterize.Charts.Report;

namespace Parameterize.Samples.RandomFeatures;

/// <summary>The page.</summary>
internal static class Report
{
    public static ReportPage Page(SyntheticStudy synthetic, IReadOnlyList<TextPoint> text, string source) =>
        new ReportPage("Random features: the lazy end of the dial")
        {
            Introduction = "Ridge regression on random features, as in Simon et al., \"More is better\" (arXiv 2311.14646). Lines are " +
                "theory, markers are the mean of several draws.",
        }
        .Section(
            "Theory and draws agree",
            $"Test error over n and over k, the other held at {synthetic.Fixed}, one line per ridge. {Tables.Agreement(synthetic)}",
            Errors(synthetic),
            Tables.Synthetic(synthetic))
        .Section(
            "With the ridge tuned, more is better",
            "The error at the best ridge falls with every sample and every feature (Theorem 1): no double descent is left.",
            Tuned(synthetic),
            Tables.Tuned(synthetic))
        .Section(
            "Overfitting is obligatory",
            "Test error, relative to the best, over the ratio of train to test error; rings mark the best. With power-law spectra and " +
            "little noise the best test error needs a train error far below it.",
            Overfit(synthetic),
            Tables.Overfit(synthetic))
        .Section(
            "An annotated model on real text",
            $"FrozenFeatures: a hidden layer that never trains and a readout that is solved for, on {source}: does a vowel follow? The " +
            "generated multiplier keeps the features' kernel the same at every width, so one ridge serves all; dashed is the theory, " +
            "from the eigenvalues of the kernel on the data.",
            Text(text),
            Tables.Text(text));

    private static ChartGrid Errors(SyntheticStudy study)
    {
        var overSamples = new Chart($"test error over n, k = {study.Fixed}") { X = Axis.Log10("samples n"), Y = Axis.Log10("test error") };
        var overFeatures =
            new Chart($"test error over k, n = {study.Fixed}") { X = Axis.Log10("features k"), Y = Axis.Log10("test error") };
        foreach (var (ridge, index) in study.ShownRidges.Select((ridge, index) => (ridge, index)))
        {
            var color = SeriesColor.Sequence(index, study.ShownRidges.Count);
            Draw(overSamples, ridge, color, size => (size, study.Fixed), point => point.Features == study.Fixed, point => point.Samples);
            Draw(overFeatures, ridge, color, size => (study.Fixed, size), point => point.Samples == study.Fixed, point => point.Features);
        }

        return new ChartGrid("Test error at several ridges") { Columns = 2 }.Add(overSamples).Add(overFeatures);

        void Draw(
            Chart chart,
            double ridge,
            SeriesColor color,
            Func<double, (double N, double K)> at,
            Func<SyntheticPoint, bool> on,
            Func<SyntheticPoint, double> x)
        {
            var name = FormattableString.Invariant($"ridge {ridge:G3}");
            chart.Line(name, Smooth(study).Select(size => (size, Theory(at(size)))), style: Plain(color));
            var drawn = Tables.Grid(study).Where(point => on(point) && point.Predicted.Ridge == ridge);
            chart.Scatter(name, drawn.Select(point => (x(point), point.Test.Mean)), LineStyle.Of(color));

            double Theory((double N, double K) size) => RandomFeatureTheory.Predict(study.Problem, size.N, size.K, ridge).TestError;
        }
    }

    private static Chart Tuned(SyntheticStudy study)
    {
        var chart = new Chart("Test error at the best ridge") { X = Axis.Log10("samples n, or features k"), Y = Axis.Log10("test error") };
        var (samples, features) = (SeriesColor.Categorical(0), SeriesColor.Categorical(1));
        var (overSamples, overFeatures) = ($"over n, k = {study.Fixed}", $"over k, n = {study.Fixed}");
        chart.Line(overSamples, Smooth(study).Select(size => (size, Best(size, study.Fixed))), style: Plain(samples));
        chart.Scatter(
            overSamples, Tables.AtFixedFeatures(study).Select(point => ((double)point.Samples, point.Test.Mean)), LineStyle.Of(samples));
        chart.Line(overFeatures, Smooth(study).Select(size => (size, Best(study.Fixed, size))), style: Plain(features));
        chart.Scatter(
            overFeatures, Tables.AtFixedSamples(study).Select(point => ((double)point.Features, point.Test.Mean)), LineStyle.Of(features));
        return chart;

        double Best(double n, double k) => RandomFeatureTheory.Tune(study.Problem, n, k).TestError;
    }

    private static Chart Overfit(SyntheticStudy study)
    {
        var chart = new Chart("Test error over train error")
        {
            X = Axis.Linear("train error / test error"),
            Y = Axis.Linear("test error / best test error").Within(0.95, 2.5),
        };
        foreach (var ((noise, points), index) in study.Overfit.OrderBy(level => level.Key).Select((level, index) => (level, index)))
        {
            var problem = study.AtNoise(noise);
            var (n, k) = study.OverfitSize;
            var best = RandomFeatureTheory.Tune(problem, n, k);
            var color = SeriesColor.Categorical(index);
            var ridges = Enumerable.Range(-40, 81).Select(step => RandomFeatureTheory.Predict(problem, n, k, Math.Pow(10, 0.1 * step)));
            var drawn = points.Select(point => (point.Train.Mean / point.Test.Mean, point.Test.Mean / best.TestError));
            var curve = ridges.Select(one => (one.FittingRatio, one.TestError / best.TestError));
            var name = FormattableString.Invariant($"noise {noise}");
            chart.Line(name, curve, style: Plain(color));
            chart.Mark((best.FittingRatio, 1), "", color);
            chart.Scatter(name, drawn, LineStyle.Of(color));
        }

        return chart;
    }

    private static ChartGrid Text(IReadOnlyList<TextPoint> points)
    {
        var grid = new ChartGrid("Test error of the annotated model over width") { Columns = 2 };
        foreach (var samples in points.GroupBy(point => point.Samples))
        {
            var chart =
                new Chart(FormattableString.Invariant($"{samples.Key} samples")) { X = Axis.Log2("width"), Y = Axis.Linear("test error") };
            foreach (var (ridge, index) in samples.GroupBy(point => point.Predicted.Ridge).Select((ridge, index) => (ridge, index)))
            {
                var color = SeriesColor.Categorical(index);
                var theory = ridge.Select(point => ((double)point.Width, point.Predicted.TestError));
                var measured = ridge.Select(point => ((double)point.Width, point.Test.Mean));
                var name = FormattableString.Invariant($"ridge {ridge.Key:G3}");
                chart.Line(name, theory, style: Plain(color) with { Dashed = true });
                chart.Scatter(name, measured, LineStyle.Of(color));
            }

            grid.Add(chart);
        }

        return grid;
    }

    private static LineStyle Plain(SeriesColor color) => LineStyle.Of(color) with { Markers = false };

    private static IEnumerable<double> Smooth(SyntheticStudy study) =>
        Enumerable.Range(0, 60).Select(step => study.Sizes[0] * Math.Pow((double)study.Sizes[^1] / study.Sizes[0], step / 59.0));
}
