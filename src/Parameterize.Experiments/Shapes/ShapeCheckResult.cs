using System.Globalization;

namespace Parameterize.Experiments.Shapes;

/// <summary>What a shape check found.</summary>
/// <param name="Model">The class's name.</param>
/// <param name="Widths">The widths that it was built at.</param>
/// <param name="Verdicts">A verdict per tensor, in the order of the model's table.</param>
public sealed record ShapeCheckResult(string Model, IReadOnlyList<long> Widths, IReadOnlyList<ShapeVerdict> Verdicts)
{
    /// <summary>Whether no row contradicts the shapes.</summary>
    public bool Passed => Verdicts.All(verdict => verdict.Outcome != ShapeOutcome.Fail);

    /// <summary>What to look at: a line for each row that contradicts the shapes.</summary>
    public string Diagnosis => string.Join('\n', Contradicted.Select(verdict => "- " + verdict.Diagnosis));

    /// <summary>Passes if every row is as the shapes say.</summary>
    /// <exception cref="ShapeCheckException">Some row is not; the message says which, and what to do.</exception>
    public ShapeCheckResult Assert() => Passed ? this : throw new ShapeCheckException(this);

    /// <summary>As an aligned text table.</summary>
    public override string ToString() => $"{Caption}\n{ShapeTable.Of(Verdicts).ToText()}{(Passed ? "" : $"\n{Diagnosis}\n")}";

    /// <summary>As a Markdown table.</summary>
    public string ToMarkdown() => $"{Caption}\n\n{ShapeTable.Of(Verdicts).ToMarkdown()}{(Passed ? "" : $"\n{Diagnosis}\n")}";

    /// <summary>One sentence.</summary>
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{Model}: {Found} at widths {string.Join(", ", Widths)}.");

    private string Found => Passed
        ? "its table is as the shapes say"
        : FormattableString.Invariant($"{Contradicted.Count()} of {Verdicts.Count} rows of its table contradict the shapes");

    private string Caption => FormattableString.Invariant($"{Model}: how m and q grow from width {Widths[0]}");

    private IEnumerable<ShapeVerdict> Contradicted => Verdicts.Where(verdict => verdict.Outcome == ShapeOutcome.Fail);
}
