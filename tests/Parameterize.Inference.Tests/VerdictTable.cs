using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using Parameterize.Inference.Tests.Oracle;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Parameterize.Inference.Tests;

/// <summary>
/// Counts verdicts while a class of tests runs, and at its end prints how many were right, refused and wrong, of what kind.
/// </summary>
public sealed class VerdictTable(IMessageSink messages) : IDisposable
{
    private readonly ConcurrentBag<(string Of, Verdict Verdict)> _verdicts = [];

    internal void Add(string of, Verdict verdict) => _verdicts.Add((of, verdict));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var series in _verdicts.GroupBy(entry => entry.Of))
        {
            var verdicts = series.Select(entry => entry.Verdict)
                .OrderBy(verdict => verdict.Model.ToString(), StringComparer.Ordinal)
                .ToArray();
            var text = Rows(verdicts);
            messages.OnMessage(new DiagnosticMessage($"inference, {series.Key}:\n{text}"));
            File.WriteAllText(Path.Combine(Folder(), $"{series.Key}.txt"), text + "\n" + Details(verdicts));
        }
    }

    private static string Rows(IReadOnlyList<Verdict> verdicts)
    {
        var text = new StringBuilder().AppendLine(Row("", "right", "refused", "wrong"));
        foreach (var folder in verdicts.GroupBy(verdict => verdict.Model.Folder).OrderBy(folder => folder.Key, StringComparer.Ordinal))
            text.AppendLine(Row(folder.Key, [.. folder]));
        return text.AppendLine(Row("all", verdicts)).ToString();
    }

    private static string Row(string name, IReadOnlyList<Verdict> verdicts)
    {
        return Row(name, Count(Outcome.Right), Count(Outcome.Refused), Count(Outcome.Wrong));

        int Count(Outcome outcome) => verdicts.Count(verdict => verdict.Outcome == outcome);
    }

    private static string Row(string name, object right, object refused, object wrong) =>
        string.Create(CultureInfo.InvariantCulture, $"  {name,-14}{right,8}{refused,10}{wrong,8}");

    private static string Details(IEnumerable<Verdict> verdicts) => string.Join(
        "\n\n",
        verdicts.Where(verdict => verdict.Outcome != Outcome.Right)
            .OrderByDescending(verdict => verdict.Outcome)
            .Select(verdict => verdict.Outcome == Outcome.Wrong ? $"{verdict}\n{verdict.Model.Text}" : verdict.ToString()));

    private static string Folder()
    {
        var root = typeof(VerdictTable).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "RepositoryRoot").Value!;
        return Directory.CreateDirectory(Path.Combine(root, "artifacts", "inference")).FullName;
    }
}
