namespace Parameterize.Tool;

/// <summary>Comma-separated values as of RFC 4180, with a header; numbers round-trip, and lines end as Unix has them.</summary>
internal static class CsvText
{
    public static string Of(IEnumerable<string> headers, IEnumerable<IEnumerable<object>> rows) =>
        string.Concat(rows.Prepend(headers).Select(row => string.Join(',', row.Select(Cell)) + "\n"));

    private static string Cell(object value)
    {
        var text = FormattableString.Invariant($"{value}");
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
