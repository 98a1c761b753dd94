using Parameterize.Charts;
using Parameterize.Charts.Axes;

namespace Parameterize.Experiments.Coordinates;

/// <summary>Coordinate checks side by side, step by step downwards, all on one vertical range.</summary>
internal static class CoordinatePlot
{
    /// <summary>What the standard parametrization is called.</summary>
    public const string Standard = "standard";

    /// <summary>A column for each run, a row for each step; one run alone is laid out as there is room.</summary>
    public static ChartGrid Of(string title, string size, IReadOnlyList<(string Name, IReadOnlyList<CoordinateStep> Course)> runs)
    {
        var grid = new ChartGrid(title) { Columns = runs.Count == 1 ? 3 : runs.Count };
        string[] layers = [.. runs.SelectMany(run => run.Course).SelectMany(step => step.Slopes).Select(slope => slope.Layer).Distinct()];
        foreach (var step in runs.SelectMany(run => run.Course).Select(step => step.Step).Distinct().Order())
        {
            foreach (var (name, course) in runs)
            {
                if (course.FirstOrDefault(one => one.Step == step) is { } measured)
                {
                    grid.Add(Panel(runs.Count == 1 ? When(step) : $"{name}, {When(step)}", size, measured, layers));
                }
            }
        }

        return grid;
    }

    private static Chart Panel(string title, string size, CoordinateStep step, string[] layers)
    {
        var chart = new Chart(title)
        {
            X = Axis.Log2(size),
            Y = Axis.Log10(step.Step == 0 ? "rms of the output" : "rms change of the output"),
        };
        foreach (var slope in step.Slopes)
        {
            var color = SeriesColor.Categorical(Array.IndexOf(layers, slope.Layer));
            chart.Line(slope.Layer, SeedBand.Of(slope.Observations.Select(one => (one.Width, one.Value))), LineStyle.Of(color));
            var smallest = slope.Observations.Min(one => one.Width);
            if (slope.Fit is { } fit)
            {
                chart.Guide(slope.Predicted, (smallest, fit.At(smallest)), "predicted", color);
            }
        }

        return chart;
    }

    private static string When(int step) => step switch
    {
        0 => "at initialization",
        1 => "after 1 step",
        _ => FormattableString.Invariant($"after {step} steps"),
    };
}
