using System.Globalization;
using Parameterize.Charts.Report;

namespace Parameterize.Samples.RandomFeatures;

/// <summary>The numbers, for terminal and report alike.</summary>
internal static class Tables
{
    private const double Promised = 0.03;

    /// <summary>Every size and ridge of the grid, without the tuned ones.</summary>
    public static IEnumerable<SyntheticPoint> Grid(SyntheticStudy study) =>
        study.Points.Where((_, index) => index % (study.Ridges.Count + 1) < study.Ridges.Count);

    /// <summary>The tuned ridge at every size.</summary>
    public static IEnumerable<SyntheticPoint> TunedPoints(SyntheticStudy study) =>
        study.Points.Where((_, index) => index % (study.Ridges.Count + 1) == study.Ridges.Count);

    public static ReportTable Synthetic(SyntheticStudy study)
    {
        var table = new ReportTable("n", "k", "ridge", "theory", "measured", "±\u00a0se", "off by");
        foreach (var point in Grid(study)
            .Where(point => study.ShownRidges.Any(ridge => Math.Abs(ridge / point.Predicted.Ridge - 1) < 1e-3)))
        {
            table.Row(Cells.Whole(point.Samples), Cells.Whole(point.Features), point.Predicted.Ridge, point.Predicted.TestError,
                point.Test.Mean, point.Test.StandardError, Cells.Deviation(point.Deviation));
        }

        return table;
    }

    /// <summary>As <c>Theory and measurement agree within 3% at 120 of 124 points, ...</c>.</summary>
    public static string Agreement(SyntheticStudy study)
    {
        var all = study.Points;
        var near = all.Count(point => Math.Abs(point.Deviation) <= Promised);
        var noisy = all.Count(point => Math.Abs(point.Deviation) > Promised && Math.Abs(point.Deviation) <= 3 * point.DeviationError);
        var rms = Math.Sqrt(all.Average(point => point.Deviation * point.Deviation));
        var rest = noisy == 0 ? "" : FormattableString.Invariant($"; {noisy} more within three standard errors");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Theory and measurement agree within 3% at {near} of {all.Count} sizes and ridges{rest}. Root mean square of the " +
            $"deviation: {100 * rms:F2}%.");
    }

    public static ReportTable Tuned(SyntheticStudy study)
    {
        var table = new ReportTable("varied", "size", "best ridge", "theory", "measured", "±\u00a0se", "off by", "falls");
        foreach (var (name, points) in new[] { ("n", AtFixedFeatures(study)), ("k", AtFixedSamples(study)) })
        {
            SyntheticPoint? before = null;
            foreach (var point in points)
            {
                var falls = before is null || point.Predicted.TestError < before.Predicted.TestError;
                table.Row(
                    name,
                    Cells.Whole(name == "n" ? point.Samples : point.Features),
                    point.Predicted.Ridge,
                    point.Predicted.TestError,
                    point.Test.Mean,
                    point.Test.StandardError,
                    Cells.Deviation(point.Deviation),
                    before is null ? "" : new TableCell(falls ? "yes" : "no", falls ? CellTone.Good : CellTone.Bad));
                before = point;
            }
        }

        return table;
    }

    public static IReadOnlyList<SyntheticPoint> AtFixedFeatures(SyntheticStudy study) =>
        [.. TunedPoints(study).Where(point => point.Features == study.Fixed).OrderBy(point => point.Samples)];

    public static IReadOnlyList<SyntheticPoint> AtFixedSamples(SyntheticStudy study) =>
        [.. TunedPoints(study).Where(point => point.Samples == study.Fixed).OrderBy(point => point.Features)];

    public static ReportTable Overfit(SyntheticStudy study)
    {
        var table = new ReportTable("noise", "best ridge", "test error", "train error", "ratio", "test at ratio 1/2", "costs");
        foreach (var noise in study.Overfit.Keys.Order())
        {
            var problem = study.AtNoise(noise);
            var (n, k) = study.OverfitSize;
            var best = RandomFeatureTheory.Tune(problem, n, k);
            var cautious = Cautious(problem, n, k, best);
            table.Row(noise, best.Ridge, best.TestError, best.TrainError, best.FittingRatio, cautious.TestError,
                Cells.Deviation(cautious.TestError / best.TestError - 1));
        }

        return table;
    }

    public static ReportTable Text(IReadOnlyList<TextPoint> points)
    {
        var table = new ReportTable("n", "width", "ridge", "test", "theory", "off by", "train", "theory");
        foreach (var point in points)
        {
            table.Row(Cells.Whole(point.Samples), Cells.Whole(point.Width), point.Predicted.Ridge, point.Test.Mean,
                point.Predicted.TestError, Cells.Deviation(point.Deviation), point.Train.Mean, point.Predicted.TrainError);
        }

        return table;
    }

    // The train error over the test error rises with the ridge: the least ridge at which it is 1/2.
    private static RandomFeaturePrediction Cautious(RandomFeatureProblem problem, double n, double k, RandomFeaturePrediction best)
    {
        if (best.FittingRatio >= 0.5)
        {
            return best;
        }

        double low = Math.Max(best.Ridge, 1e-9), high = 1e9;
        for (var i = 0; i < 60; i++)
        {
            var middle = Math.Sqrt(low * high);
            if (RandomFeatureTheory.Predict(problem, n, k, middle).FittingRatio < 0.5)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return RandomFeatureTheory.Predict(problem, n, k, high);
    }
}
