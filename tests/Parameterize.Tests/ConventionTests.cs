using System.Text.RegularExpressions;
using Parameterize.TestKit;

namespace Parameterize.Tests;

/// <summary>
/// What is asked of the sources and no analyzer holds. Namespaces, braces and blanks are errors of the build, by <c>.editorconfig</c>.
/// </summary>
public partial class ConventionTests
{
    private static readonly string[] Rooms = ["src", "samples", "benchmarks"];

    [Fact]
    public void Private_fields_begin_with_an_underscore() => Assert.Empty(
        from line in Lines()
        let field = PrivateField().Match(line.Text)
        where field.Success && !field.Groups["name"].Value.StartsWith('_')
        select $"{line.Place}: {field.Groups["name"].Value}");

    [Theory]
    [InlineData("    private readonly int count;", true)]
    [InlineData("    private int count = 3;", true)]
    [InlineData("    private readonly Dictionary<string, (int, int)[]> places = [];", true)]
    [InlineData("    private static readonly int Count = 3;", false)]
    [InlineData("    private const int Count = 3;", false)]
    [InlineData("    private int Count() => 3;", false)]
    [InlineData("    private int Count => 3;", false)]
    [InlineData("    private sealed record Counted(int Count);", false)]
    public void Fields_are_told_from_other_members(string line, bool isField) => Assert.Equal(isField, PrivateField().IsMatch(line));

    private static IEnumerable<(string Place, string Text)> Lines()
    {
        var root = Repository.Root;
        var files = Rooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(root, room), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .ToArray();
        Assert.True(files.Length > 200, $"Only {files.Length} sources under {root}.");
        return files.SelectMany(file => File.ReadLines(Path.Combine(root, file)).Select((text, index) => ($"{file}:{index + 1}", text)));
    }

    [GeneratedRegex(
        @"^ +private (?!static |const |.*\b(class|record|struct|enum|interface|delegate)\b)"
        + @"(readonly |volatile )?[^={;]*?(?<name>\w+)( = .*|;)$")]
    private static partial Regex PrivateField();
}
