namespace Parameterize.Benchmarks.Tests;

public sealed class ReportsTests
{
    /// <summary>As docs/guides/measured.md says of <c>./build.sh bench</c>; and what BenchmarkDotNet understands goes to it.</summary>
    [Theory]
    [InlineData("", "forward construction keystroke build")]
    [InlineData("forward", "forward")]
    [InlineData("construction", "construction")]
    [InlineData("keystroke", "keystroke")]
    [InlineData("build", "build")]
    [InlineData("--filter *", "")]
    [InlineData("forward build", "")]
    public void All_are_printed_where_nothing_is_said(string arguments, string reports) =>
        Assert.Equal(reports, string.Join(' ', Reports.Asked(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
}
