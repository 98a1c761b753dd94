using System.Globalization;
using System.Text;
using Parameterize.Models.Tests.Cases;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Parameterize.Models.Tests.Harness;

/// <summary>How many lines of each model had to change, printed and written to artifacts/models/models.txt.</summary>
public sealed class ChangeTable
{
    /// <summary>Compares all models.</summary>
    public ChangeTable(IMessageSink messages)
    {
        Changes = [.. ModelCases.All.Select(subject => Change.Of(subject.Name))];
        var ordered = Changes.Select(change => change.Lines).Order().ToArray();
        Median = ordered[ordered.Length / 2];

        var text = Text();
        messages.OnMessage(new DiagnosticMessage($"lines changed to annotate a model, but for partial and [Parameterize]:\n{text}"));
        File.WriteAllText(Path.Combine(Repository.Artifacts, "models.txt"), text);
    }

    internal IReadOnlyList<Change> Changes { get; }

    /// <summary>Of an even number of models, the higher of the two in the middle.</summary>
    public int Median { get; }

    private string Text()
    {
        var text = new StringBuilder();
        foreach (var change in Changes.OrderBy(change => change.Lines).ThenBy(change => change.Name, StringComparer.Ordinal))
            text.AppendLine(Row(change.Name, change.Lines));
        return text.AppendLine(Row("median", Median)).ToString();
    }

    private static string Row(string name, int lines) => string.Create(CultureInfo.InvariantCulture, $"  {name,-30}{lines,4}");
}
