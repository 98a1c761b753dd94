using Parameterize.Charts;
using Parameterize.Charts.Report;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Tool.Plot;

/// <summary>The report page of any results, a section for each experiment.</summary>
internal static class ResultPage
{
    private const string Seeds = "The median over seeds, and a band from the least to the greatest of them.";

    public static ReportPage Of(IReadOnlyList<TrialResult> results, string? title, string command)
    {
        var experiments = results.GroupBy(result => result.Id.Split('/')[0]).ToArray();
        var page = new ReportPage(title ?? string.Join(", ", experiments.Select(experiment => experiment.Key)))
        {
            Introduction = FormattableString.Invariant($"{results.Count} trials."),
            Command = command,
        };
        foreach (var experiment in experiments)
        {
            if (TransferFigure.Of([.. experiment]) is { } transfer)
            {
                page.Section(experiment.Key, transfer.Prose, transfer.Figure);
            }
            else
            {
                Numbers(page, experiment.Key, [.. experiment]);
            }
        }

        return page;
    }

    private static void Numbers(ReportPage page, string experiment, IReadOnlyList<TrialResult> results)
    {
        if (results.All(result => result.Numbers.IsEmpty))
        {
            var series = results.SelectMany(result => result.Series.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            page.Section(experiment, $"{results.Count} trials with series only ({string.Join(", ", series)}), of which there is no chart.");
        }

        Chart[] charts =
        [
            .. results.SelectMany(result => result.Numbers.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(number => NumberFigure.Of(number, [.. results.Where(result => result.Numbers.ContainsKey(number))])),
        ];
        if (charts is [var only])
        {
            page.Section($"{experiment}: {only.Title}", Seeds, only);
        }

        if (charts.Length < 2)
        {
            return;
        }

        var grid = new ChartGrid(charts.DistinctBy(chart => chart.X.Label).Count() == 1
            ? $"Over {charts[0].X.Label}"
            : "Over what was varied")
        { Range = PanelRange.Own };
        foreach (var chart in charts)
        {
            grid.Add(chart);
        }

        page.Section(experiment, Seeds, grid);
    }
}
