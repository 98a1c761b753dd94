using System.Globalization;
using System.Text.RegularExpressions;
using Parameterize.CodeFixes.Annotation;
using Xunit.Abstractions;

namespace Parameterize.Analyzers.Tests.Annotation;

/// <summary>The models of the corpus, annotated without a hand, against what a hand made of them.</summary>
public sealed partial class PlainTwinTests(ITestOutputHelper output)
{
    private const double Wanted = 0.75;

    [Fact]
    public async Task Most_models_are_annotated_as_by_hand()
    {
        var (result, byHand) = await PlainTwin.Annotate();
        var rows = PlainTwin.All.Select(twin => Row(twin, result, byHand)).ToArray();
        var same = rows.Count(row => row.IsSame);
        output.WriteLine(string.Join('\n', rows.Select(row => row.Text).Append($"{same} of {rows.Length} as by hand")));
        Assert.True(
            same >= Wanted * rows.Length,
            $"{same} of {rows.Length} are annotated as by "
                + $"hand: {string.Join(", ", rows.Where(row => !row.IsSame).Select(row => row.Text))}");
    }

    private static (bool IsSame, string Text) Row(
        PlainTwin twin, AnnotationResult result, IReadOnlyList<(string Class, string? Table)> byHand)
    {
        var classes = twin.Classes;
        var own = result.Tables.Where(table => classes.Contains(table.Class)).ToDictionary(table => table.Class, table => table.Table);
        var others = byHand.Where(hand => classes.Contains(hand.Class))
            .Where(hand => hand.Table is null || own.GetValueOrDefault(hand.Class) is not { } table || Rows(table) != Rows(hand.Table))
            .Select(hand => hand.Class).ToArray();
        var remarks = result.Remarks.Where(remark => twin.Has(remark.Location)).ToArray();
        var isSame = own.Count > 0 && others.Length == 0 && own.Values.All(table => table is not null)
            && remarks.All(remark => remark.IsNote);
        var verdict = isSame ? "as by hand" : "otherwise: " + string.Join(", ", others);
        var lines = remarks.Select(remark => $"\n    line {remark.Location.GetLineSpan().StartLinePosition.Line + 1}: {remark.Text}");
        return (isSame, $"{twin.Name}: {verdict}{string.Concat(lines)}");
    }

    /// <summary>A table's cells, where all widths grow together: which of them is called n is by the order of parameters.</summary>
    private static string Rows(string table) =>
        string.Join('\n', table.Split('\n').Select(line => string.Join(' ', Gap().Split(line.Trim()).Select(Cell))));

    private static string Cell(string cell) => !Widths().IsMatch(cell) ? cell
        : "n^"
            + cell.Split(' ').Sum(width => width.Split('^') is [_, var power] ? Number(power) : 1).ToString(CultureInfo.InvariantCulture);

    private static double Number(string power) => power.Split('/') is [var over, var under]
        ? double.Parse(over, CultureInfo.InvariantCulture) / double.Parse(under, CultureInfo.InvariantCulture)
        : double.Parse(power, CultureInfo.InvariantCulture);

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^(n[A-Z]?\w*(\^-?[0-9/]+)? ?)+$")]
    private static partial Regex Widths();
}
