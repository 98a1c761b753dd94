using Parameterize.Charts.Axes;

namespace Parameterize.Charts.Report;

/// <summary>
/// The numbers of a chart as a table: one row per x and one column per series where they share most x, else one row per point.
/// </summary>
internal static class ChartTable
{
    public static ReportTable Of(Chart chart) => JoinedX(chart) is { } x ? Columns(chart, x) : Points(chart);

    public static ReportTable Of(ChartGrid grid)
    {
        var tables = grid.Panels.Select(panel => (panel.Title, Table: Of(panel))).ToArray();
        if (tables.Length > 1 && tables.Any(one => !one.Table.Headers.SequenceEqual(tables[0].Table.Headers)))
        {
            tables = [.. grid.Panels.Select(panel => (panel.Title, Table: Points(panel)))];
        }

        // Panels may name their axes differently; then the columns say what they are in general.
        var headers = tables.Length == 0 ? ["x"] : tables[0].Table.Headers;
        if (tables.Any(one => !one.Table.Headers.SequenceEqual(headers)))
        {
            headers = ["series", "x", "y"];
        }

        var all = new ReportTable(["panel", .. headers]);
        foreach (var (title, table) in tables)
        {
            foreach (var row in table.Rows)
            {
                all.Row([title, .. row]);
            }
        }

        return all;
    }

    // All x of all series, if most series have most of them and none has one twice; else null.
    private static double[]? JoinedX(Chart chart)
    {
        if (chart.Series.Count == 0)
        {
            return null;
        }

        var all = chart.Series.SelectMany(series => series.Points.Select(point => point.X)).Distinct().ToArray();
        var unique = chart.Series.All(series => series.Points.DistinctBy(point => point.X).Count() == series.Points.Count);
        var cells = all.Length * chart.Series.Count;
        if (!unique || chart.Series.Sum(series => series.Points.Count) < 0.7 * cells)
        {
            return null;
        }

        return chart.Series[0].Points.Count == all.Length ? all : [.. all.Order()];
    }

    private static ReportTable Columns(Chart chart, double[] all)
    {
        var columns = chart.Series.Select(series => series.Points.ToDictionary(point => point.X, point => point.Y)).ToArray();
        var table = new ReportTable([chart.X.Label, .. chart.Series.Select(series => series.Name)]);
        foreach (var x in all)
        {
            table.Row([Cell(x, chart.X), .. columns.Select(column => At(column, x))]);
        }

        return table;

        TableCell At(Dictionary<double, double> column, double x) =>
            column.TryGetValue(x, out var y) ? Cell(y, chart.Y) : new TableCell("–", Numeric: true);
    }

    private static ReportTable Points(Chart chart)
    {
        var table = new ReportTable("series", chart.X.Label, chart.Y.Label);
        foreach (var series in chart.Series)
        {
            foreach (var (x, y) in series.Points)
            {
                table.Row(series.Name, Cell(x, chart.X), Cell(y, chart.Y));
            }
        }

        return table;
    }

    private static TableCell Cell(double number, Axis axis) => new(NumberText.OnAxis(number, axis.Scale), Numeric: true);
}
