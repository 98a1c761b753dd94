using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Parameterize.TestKit.Analyzers;

/// <summary>
/// More about a marked diagnostic than its place. The first of an id speaks of the first occurrence in the order of files and positions,
/// the second of the second.
/// </summary>
/// <param name="Id">The id, which must be in the markup.</param>
/// <param name="Message">The whole message, in the invariant culture; null for any.</param>
/// <param name="Severity">The effective severity; null for any.</param>
public sealed record ExpectedDiagnostic(string Id, string? Message = null, DiagnosticSeverity? Severity = null)
{
    internal static void Compare(ExpectedDiagnostic[] details, ImmutableArray<Diagnostic> actual)
    {
        var problems = details.GroupBy(d => d.Id, StringComparer.Ordinal)
            .SelectMany(group => Contradictions([.. group], [.. actual.Where(a => a.Id == group.Key)]))
            .ToArray();
        if (problems.Length > 0)
            throw new DiagnosticsException(string.Join("\n", problems));
    }

    private static IEnumerable<string> Contradictions(ExpectedDiagnostic[] expected, Diagnostic[] actual) =>
        expected.Length > actual.Length
            ? [$"{expected[0].Id} is described {expected.Length} times and reported {actual.Length} times."]
            : expected.Zip(actual, (e, a) => e.Contradiction(a)).OfType<string>();

    private string? Contradiction(Diagnostic actual)
    {
        var message = actual.GetMessage(CultureInfo.InvariantCulture);
        if (Message is not null && Message != message)
            return $"{Id} says\n  {message}\nand not\n  {Message}";
        return Severity is { } severity && severity != actual.Severity ? $"{Id} is {actual.Severity} and not {severity}" : null;
    }
}
