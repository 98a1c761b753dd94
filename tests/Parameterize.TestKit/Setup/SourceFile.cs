namespace Parameterize.TestKit.Setup;

/// <summary>One file of a test compilation. Converts from a string, so that a test with one file does not have to name it.</summary>
/// <param name="Text">The C# text.</param>
/// <param name="Path">Its path; null for <c>Source0.cs</c>, <c>Source1.cs</c> and so on by position.</param>
public sealed record SourceFile(string Text, string? Path = null)
{
    /// <summary>A file without a name of its own.</summary>
    public static implicit operator SourceFile(string text) => new(text);

    /// <summary>The same as the conversion, for callers without implicit operators.</summary>
    public static SourceFile FromString(string text) => new(text);

    /// <summary>Gives every file a path: trees without one cannot be told apart, neither by Roslyn nor in a message.</summary>
    internal static ImmutableArray<SourceFile> Named(IEnumerable<SourceFile> files)
    {
        var named = files.Select((file, i) => file with { Path = file.Path ?? $"Source{i}.cs" }).ToImmutableArray();
        var twice = named.GroupBy(f => f.Path, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? named : throw new ArgumentException($"Two files of the test are called '{twice.Key}'.", nameof(files));
    }
}
