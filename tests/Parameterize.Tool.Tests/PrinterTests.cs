using Parameterize.Charts.Report;
using Parameterize.Experiments.Sweeps;
using Parameterize.Printing;
using ColorSystemSupport = Spectre.Console.ColorSystemSupport;

namespace Parameterize.Tool.Tests;

/// <summary>What a terminal, a log and another program are given.</summary>
public sealed class PrinterTests
{
    private static readonly ReportTable Wide = Table(12);

    [Fact]
    public void A_pipe_gets_a_wide_table_whole()
    {
        using StringWriter output = new(), error = new();
        new Printer(output, error).Table(Wide);
        Assert.Equal(Wide.ToText(), output.ToString());
        Assert.Contains(output.ToString().Split('\n'), line => line.Length > 120);
    }

    [Fact]
    public void A_terminal_of_eighty_columns_gets_parts_that_fit_with_the_first_column_in_each()
    {
        using StringWriter output = new(), error = new();
        new Printer(output, error, isTerminal: true).Table(Wide);
        var lines = output.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.InRange(lines.Count(line => line.Contains("_mix.weight", StringComparison.Ordinal)), 2, 6);
        Assert.All(
            Enumerable.Range(1, 12),
            column => Assert.Single(lines, line => line.Contains($"n^({column} - 1/2)", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_table_that_fits_stays_one() => Assert.Same(Wide, Assert.Single(NarrowTable.Parts(Wide, 1000, NarrowTable.WidthOfText)));

    [Theory]
    [InlineData(null, ColorSystemSupport.Detect)]
    [InlineData("", ColorSystemSupport.Detect)]
    [InlineData("1", ColorSystemSupport.NoColors)]
    public void No_color_is_heeded(string? value, ColorSystemSupport expected) =>
        Assert.Equal(expected, Printer.Settings(TextWriter.Null, name => name == "NO_COLOR" ? value : "set").ColorSystem);

    [Fact]
    public async Task A_log_is_told_every_some_seconds_where_a_run_is()
    {
        await using var output = new StringWriter();
        using (var progress = new SpokenProgress(output, "sweep", TimeSpan.FromMilliseconds(20)))
        {
            progress.Report(new TrialProgress(2, 10, ""));
            progress.Report(new TrialProgress(4, 10, "a"));
            progress.Report(new TrialProgress(3, 10, "b")); // of another thread, and late
            await Task.Delay(500);
        }

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 1, 26);
        Assert.All(lines, line => Assert.Matches("^sweep: 4 of 10 after [0-9]+ s, some [0-9]+ s left$", line));
    }

    private static ReportTable Table(int columns)
    {
        int[] numbers = [.. Enumerable.Range(1, columns)];
        return new ReportTable(["tensor", .. numbers.Select(column => $"column {column}")])
            .Row(["_mix.weight", .. numbers.Select(column => new TableCell($"n^({column} - 1/2)", Numeric: true))]);
    }
}
