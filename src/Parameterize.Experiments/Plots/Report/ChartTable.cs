namespace Parameterize.Experiments;

/// <summary>The numbers of a chart as a table: one row per x and one column per series where they share their x, else one row per point.</summary>
internal static class ChartTable
{
    public static ReportTable Of(Chart chart) => SharesX(chart) ? Columns(chart) : Points(chart);

    public static ReportTable Of(ChartGrid grid)
    {
        var tables = grid.Panels.Select(panel => (panel.Title, Table: Of(panel))).ToArray();
        if (tables.Length > 1 && tables.Any(one => !one.Table.Headers.SequenceEqual(tables[0].Table.Headers)))
            tables = [.. grid.Panels.Select(panel => (panel.Title, Table: Points(panel)))];

        // Panels may name their axes differently; then the columns say what they are in general.
        var headers = tables.Length == 0 ? ["x"] : tables[0].Table.Headers;
        if (tables.Any(one => !one.Table.Headers.SequenceEqual(headers))) headers = ["series", "x", "y"];
        var all = new ReportTable(["panel", .. headers]);
        foreach (var (title, table) in tables)
            foreach (var row in table.Rows) all.Row([title, .. row]);
        return all;
    }

    private static bool SharesX(Chart chart) =>
        chart.Series.Count > 0 && chart.Series.All(series =>
            series.Points.Select(point => point.X).SequenceEqual(chart.Series[0].Points.Select(point => point.X))
            && series.Points.Select(point => point.X).Distinct().Count() == series.Points.Count);

    private static ReportTable Columns(Chart chart)
    {
        var table = new ReportTable([chart.X.Label, .. chart.Series.Select(series => series.Name)]);
        for (var i = 0; i < chart.Series[0].Points.Count; i++)
            table.Row([Cell(chart.Series[0].Points[i].X, chart.X), .. chart.Series.Select(series => Cell(series.Points[i].Y, chart.Y))]);
        return table;
    }

    private static ReportTable Points(Chart chart)
    {
        var table = new ReportTable("series", chart.X.Label, chart.Y.Label);
        foreach (var series in chart.Series)
            foreach (var (x, y) in series.Points) table.Row(series.Name, Cell(x, chart.X), Cell(y, chart.Y));
        return table;
    }

    private static TableCell Cell(double number, Axis axis) => new(NumberText.OnAxis(number, axis.Scale), Numeric: true);
}
