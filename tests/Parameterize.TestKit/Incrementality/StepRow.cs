using System.Text;
using Microsoft.CodeAnalysis;

namespace Parameterize.TestKit.Incrementality;

/// <summary>A line of the table that a failing step test prints.</summary>
internal sealed record StepRow(string Step, IncrementalStepRunReason? Expected, ImmutableArray<IncrementalStepRunReason> Actual)
{
    /// <summary>Each execution has the expected reason, and there is one.</summary>
    public bool Holds(bool mayBeEmpty) => Actual.IsEmpty ? mayBeEmpty : Expected is { } reason && Actual.All(a => a == reason);

    /// <summary>The table, with an ASCII mark at the lines that do not hold.</summary>
    public static string Table(IReadOnlyList<StepRow> rows, string? model)
    {
        var text = new StringBuilder("The steps ran for other reasons than expected");
        text.Append(model is null ? ":" : $" (only executions that mention '{model}'):");
        var cells = rows.Select(r => (r.Step, Expected: r.Expected?.ToString() ?? "(not listed)", Actual: Show(r.Actual), Mark: Mark(r)))
            .Prepend((Step: "step", Expected: "expected", Actual: "actual", Mark: "  "))
            .ToArray();
        var (first, second) = (cells.Max(c => c.Step.Length), cells.Max(c => c.Expected.Length));
        foreach (var cell in cells)
            text.Append('\n').Append(cell.Mark + cell.Step.PadRight(first + 2) + cell.Expected.PadRight(second + 2) + cell.Actual);
        return text.ToString();
    }

    private static string Mark(StepRow row) => row.Holds(mayBeEmpty: false) ? "  " : "> ";

    private static string Show(ImmutableArray<IncrementalStepRunReason> reasons) =>
        reasons.IsEmpty ? "(did not run)" : string.Join(", ", reasons.GroupBy(r => r).Select(Count));

    private static string Count(IGrouping<IncrementalStepRunReason, IncrementalStepRunReason> group) =>
        group.Count() == 1 ? group.Key.ToString() : FormattableString.Invariant($"{group.Count()} x {group.Key}");
}
