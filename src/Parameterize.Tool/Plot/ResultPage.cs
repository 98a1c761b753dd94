using Parameterize.Experiments;

namespace Parameterize.Tool.Plot;

/// <summary>The report page of any results, a section for each experiment.</summary>
internal static class ResultPage
{
    public static ReportPage Of(IReadOnlyList<TrialResult> results, string? title, string command)
    {
        var experiments = results.GroupBy(result => result.Id.Split('/')[0]).ToArray();
        var page = new ReportPage(title ?? string.Join(", ", experiments.Select(experiment => experiment.Key)))
        {
            Introduction = FormattableString.Invariant($"{results.Count} trials."),
        };
        foreach (var experiment in experiments)
        {
            if (TransferFigure.Of([.. experiment]) is { } transfer) page.Section(experiment.Key, transfer.Prose, transfer.Figure, command: command);
            else Numbers(page, experiment.Key, [.. experiment], command);
        }

        return page;
    }

    private static void Numbers(ReportPage page, string experiment, IReadOnlyList<TrialResult> results, string command)
    {
        if (results.All(result => result.Numbers.IsEmpty))
            page.Section(experiment, $"{results.Count} trials with series only ({string.Join(", ", results.SelectMany(result => result.Series.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}), of which there is no chart.", command: command);
        foreach (var number in results.SelectMany(result => result.Numbers.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var chart = NumberFigure.Of(number, [.. results.Where(result => result.Numbers.ContainsKey(number))]);
            page.Section($"{experiment}: {number}", "Median over seeds, and the band from the least to the greatest of them.", chart, command: command);
        }
    }
}
