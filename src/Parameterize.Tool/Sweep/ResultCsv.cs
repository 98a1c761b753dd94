using Parameterize.Experiments.Sweeps;

namespace Parameterize.Tool.Sweep;

/// <summary>
/// Results as a table for other programs: a row for each trial, a column for each setting and number that any of them has.
/// </summary>
internal static class ResultCsv
{
    public static string Of(IReadOnlyList<TrialResult> results)
    {
        string[] settings = [.. Names(results.SelectMany(result => result.Settings.Keys))];
        string[] numbers = [.. Names(results.SelectMany(result => result.Numbers.Keys))];
        return CsvText.Of(["id", "madeBy", .. settings, .. numbers], results.Select(result => (object[])
        [
            result.Id,
            result.MadeBy,
            .. settings.Select(name => result.Settings.GetValueOrDefault(name, "")),
            .. numbers.Select(name => result.Numbers.TryGetValue(name, out var number) ? number : (object)""),
        ]));
    }

    private static IEnumerable<string> Names(IEnumerable<string> names) =>
        names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
