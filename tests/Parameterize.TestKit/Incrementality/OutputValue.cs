using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Parameterize.TestKit.Incrementality;

/// <summary>
/// Reads the values of output steps. Roslyn keeps the types internal: a tuple of (sources, diagnostics), each source with a HintName.
/// </summary>
internal static class OutputValue
{
    public static IEnumerable<string> HintNames(object value) =>
        value is ITuple { Length: > 0 } tuple && tuple[0] is IEnumerable sources
            ? sources.Cast<object>().Select(HintName).OfType<string>()
            : [];

    public static bool Mentions(object? value, string text) =>
        value is not null
        && (HintNames(value).Any(hint => hint.Contains(text, StringComparison.Ordinal))
            || value.ToString()?.Contains(text, StringComparison.Ordinal) == true);

    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static string? HintName(object source) => source.GetType().GetProperty("HintName", Any)?.GetValue(source) as string;
}
