using System.Buffers;
using System.Globalization;
using System.Text;

namespace Parameterize.Testing.Snapshots;

/// <summary>
/// Where the snapshots of one test lie: <c>{Directory}/{TestClass}.{Method}[_name=value]</c>, before <c>#{hint}.verified.cs</c>.
/// The rules are Verify's, so that a project can move to Verify.SourceGenerators without renaming a file.
/// </summary>
/// <param name="Directory">The folder that holds the files.</param>
/// <param name="TestClass">The simple name of the test class.</param>
/// <param name="Method">The test method.</param>
/// <param name="Parameters">The values of a theory that tell its cases apart.</param>
internal sealed record SnapshotName(
    string Directory, string TestClass, string Method, params ImmutableArray<(string Name, object? Value)> Parameters)
{
    // '#' is no invalid character of any file system: it separates the hint name, and may therefore not occur in a value.
    private static readonly SearchValues<char> Invalid =
        SearchValues.Create("\"\\<>|:*?/#" + string.Concat(Enumerable.Range(0, 32).Select(i => (char)i)));

    /// <summary>The part of the file name that all snapshots of the test share.</summary>
    public string Prefix => Clean($"{TestClass}.{Method}") + (Parameters.IsDefaultOrEmpty ? "" : $"_{ParameterText}");

    /// <summary><c>a=1_b=x</c>, or nothing.</summary>
    internal string ParameterText =>
        Parameters.IsDefaultOrEmpty ? "" : string.Join('_', Parameters.Select(p => $"{p.Name}={Clean(Text(p.Value))}"));

    internal string PathOf(string leaf, string kind) => Path.Combine(Directory, $"{Prefix}#{Clean(leaf)}.{kind}.cs");

    // Of this test and not of one whose name merely begins alike: Test.A must not claim the files of Test.AB.
    internal IEnumerable<string> Existing(string kind) => !System.IO.Directory.Exists(Directory) ? [] :
        System.IO.Directory.EnumerateFiles(Directory, $"*.{kind}.*")
            .Where(path => Path.GetFileName(path).StartsWith($"{Prefix}#", StringComparison.Ordinal)
                || Path.GetFileName(path).StartsWith($"{Prefix}.{kind}.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string Text(object? value) => value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";

    internal static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Invalid))
        {
            return text;
        }

        var clean = new StringBuilder(text);
        for (var i = 0; i < clean.Length; i++)
        {
            if (Invalid.Contains(clean[i]))
            {
                clean[i] = '-';
            }
        }

        return clean.ToString();
    }
}
