namespace Parameterize.Charts.Svg;

/// <summary>What a sign of the drawing means.</summary>
internal sealed record LegendEntry(string Name, SeriesColor Color, LegendSign Sign, bool Dashed = false)
{
    /// <summary>
    /// The legend of a chart: its series (if wanted and more than one thing is drawn; those of one name and kind once, a line and the cloud
    /// of its name and colour once), guides, and marks of one label.
    /// </summary>
    public static IReadOnlyList<LegendEntry> Of(Chart chart, bool lines)
    {
        var guides = chart.Guides.Where(guide => guide.Label.Length > 0).GroupBy(guide => guide.Label, StringComparer.Ordinal)
            .Select(group => new LegendEntry(group.Key, CommonColor(group.Select(guide => guide.Color)), LegendSign.Guide));
        var marks = SharedMarks(chart).Select(label => new LegendEntry(label, default, LegendSign.Ring));
        LegendEntry[] others = [.. guides, .. marks];
        if (!lines || chart.Series.Count + others.Length < 2)
        {
            return others;
        }

        // What several colours have in common comes after them.
        LegendEntry[] named =
        [
            .. chart.Series.GroupBy(series => (series.Name, Sign: SignOf(series), series.Style.Dashed))
                .OrderBy(group => group.DistinctBy(series => series.Color).Count() > 1)
                .Select(group =>
                    new LegendEntry(group.Key.Name, CommonColor(group.Select(series => series.Color)), group.Key.Sign, group.Key.Dashed)),
        ];
        return
        [
            .. named.Where(entry => !named.Any(line => line.Leads(entry)))
                .Select(entry => named.Any(entry.Leads) ? entry with { Sign = LegendSign.MarkedLine } : entry),
            .. others,
        ];
    }

    /// <summary>Labels that several marks have in common: said once in the legend and not at each mark.</summary>
    public static IEnumerable<string> SharedMarks(Chart chart) => chart.Marks.GroupBy(mark => mark.Label, StringComparer.Ordinal)
        .Where(group => group.Key.Length > 0 && group.Count() > 1).Select(group => group.Key);

    private bool Leads(LegendEntry cloud) =>
        Sign == LegendSign.Line && cloud.Sign == LegendSign.Dot && Name == cloud.Name && Color == cloud.Color;

    // The ink colour where what has one name has several.
    private static SeriesColor CommonColor(IEnumerable<SeriesColor> colors) =>
        colors.Distinct().Take(2).ToArray() is [var only] ? only : SeriesColor.Ink;

    private static LegendSign SignOf(Series series)
    {
        if (!series.Connected)
        {
            return LegendSign.Dot;
        }

        return series.HasMarkers ? LegendSign.MarkedLine : LegendSign.Line;
    }
}

/// <summary>The sign in front of a name.</summary>
internal enum LegendSign
{
    Line,
    MarkedLine,
    Dot,
    Guide,
    Ring,
}
