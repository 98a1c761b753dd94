using System.Globalization;
using Parameterize.Charts;
using Parameterize.Charts.Axes;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Tool.Plot;

/// <summary>One number of any results, over the setting that was varied; a line for each value of the other settings.</summary>
internal static class NumberFigure
{
    private const string Median = "median over seeds";
    private const double Wide = 8; // what spans more than three doublings is drawn on a logarithmic axis

    public static Chart Of(string number, IReadOnlyList<TrialResult> results)
    {
        var settings = results.SelectMany(result => result.Settings.Keys).Distinct(StringComparer.Ordinal).ToArray();

        // What an id does not name was not chosen but found, as words are that a trial came to.
        var chosen = settings.Where(name => results.All(result => result.Id.Contains($"/{name}=", StringComparison.Ordinal))).ToArray();
        var varied = (chosen.Length > 0 ? chosen : settings)
            .Where(name => name != "seed" && results.Select(result => result.Settings.GetValueOrDefault(name)).Distinct().Count() > 1)
            .Order(StringComparer.Ordinal).ToArray();
        var numeric = varied.Where(name => results.All(result => Value(result, name) is not null)).ToArray();
        var x = numeric.Contains("width") ? "width" : numeric.FirstOrDefault() ?? "seed";
        var chart = new Chart(number)
        {
            X = x == "width" || IsWide(results.Select(result => Value(result, x) ?? 0)) ? Axis.Log2(x) : Axis.Linear(x),
            Y = IsWide(results.Select(result => result.Numbers[number])) ? Axis.Log10(Median) : Axis.Linear(Median),
        };
        var others = varied.Where(name => name != x).ToArray();
        var ordered =
            others.Aggregate(results.OrderBy(_ => 0), (sum, name) => sum.ThenBy(result => Value(result, name) ?? double.PositiveInfinity));
        var lines = ordered.GroupBy(result =>
            string.Join(", ", others.Select(name => $"{name} {result.Settings.GetValueOrDefault(name, "-")}"))).ToArray();
        var inOrder = others.Length == 1 && numeric.Contains(others[0]);
        foreach (var (index, line) in lines.Index())
        {
            chart.Line(
                line.Key.Length == 0 ? number : line.Key,
                SeedBand.Of(line.Select(result => (Value(result, x) ?? 0, result.Numbers[number]))),
                inOrder ? LineStyle.Of(SeriesColor.Sequence(index, lines.Length)) : null);
        }

        return chart;
    }

    private static double? Value(TrialResult result, string setting) =>
        double.TryParse(result.Settings.GetValueOrDefault(setting), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static bool IsWide(IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        return finite.Length > 0 && finite.Min() > 0 && finite.Max() / finite.Min() >= Wide;
    }
}
