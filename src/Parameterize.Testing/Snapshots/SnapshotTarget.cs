using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Parameterize.Testing.Snapshots;

/// <summary>One file that a run should leave: the part of its name that stands for the hint, and its text.</summary>
internal sealed record SnapshotTarget(string Leaf, string Text)
{
    /// <summary>
    /// Sources in Verify's order: per generator, by hint name. Only the leaf of a hint makes the name, so equal leaves of two folders or
    /// generators get an index; a leaf on its own has none.
    /// </summary>
    public static ImmutableArray<SnapshotTarget> Of(GeneratorDriverRunResult result, Func<GeneratedSourceResult, bool>? ignore) =>
    [
        .. result.Results
            .SelectMany(r => r.GeneratedSources.OrderBy(s => s.HintName, StringComparer.Ordinal))
            .Where(source => ignore?.Invoke(source) != true)
            .Select(source => new SnapshotTarget(LeafOf(source.HintName), TextOf(source)))
            .GroupBy(target => target.Leaf, StringComparer.Ordinal)
            .SelectMany(group => group.Count() == 1 ? group : group.Select(Indexed)),
    ];

    private static SnapshotTarget Indexed(SnapshotTarget target, int index) =>
        target with { Leaf = target.Leaf + index.ToString("'.'00", CultureInfo.InvariantCulture) };

    private static string LeafOf(string hintName) => Path.GetFileNameWithoutExtension(hintName);

    private static string TextOf(GeneratedSourceResult source) => Normalized($"//HintName: {source.HintName}\n{source.SourceText}");

    private static string Normalized(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
