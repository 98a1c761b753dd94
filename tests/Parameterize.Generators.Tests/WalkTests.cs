using System.Text.RegularExpressions;

namespace Parameterize.Generators.Tests;

/// <summary>
/// The walk that docs/guides/extending.md takes through the generator, from <c>[Width]</c> to a factor: few files, each room once, and none
/// that nothing on the way has called.
/// </summary>
public partial class WalkTests
{
    private const int Most = 35;

    private static readonly string Root = Path.Combine(Repository.Root, "generators", "Parameterize.Generators");

    [Fact]
    public void It_enters_few_files() => Assert.InRange(Files().Count, 25, Most);

    [Fact]
    public void It_enters_no_room_twice()
    {
        var rooms = Files().Select(file => file.Room).ToArray();
        var entered = rooms.Where((room, index) => index == 0 || rooms[index - 1] != room).ToArray();
        Assert.Equal(entered.Distinct(), entered);
    }

    [Fact]
    public void Each_file_is_called_by_one_before_it()
    {
        var files = Files();
        Assert.All(files.Skip(1), file =>
        {
            var before = files.TakeWhile(other => other != file).Select(other => Text(other)).ToArray();
            var declared = Declared().Matches(Text(file)).Select(match => match.Groups["name"].Value).Distinct().ToArray();
            Assert.Contains(declared, name => before.Any(text => Regex.IsMatch(text, $@"\b{name}\b")));
        });
    }

    private static string Text((string Room, string Path) file) => File.ReadAllText(file.Path);

    private static IReadOnlyList<(string Room, string Path)> Files()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guides", "extending.md"));
        var section = guide.Split("## From `[Width]` to a factor")[1].Split("\n## ")[0];
        var room = "";
        var files = new List<(string, string)>();
        var rows = section.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|'));
        foreach (var cells in rows)
        {
            room = Named().Match(cells[1]) is { Success: true } named ? named.Groups["name"].Value : room;
            foreach (var file in Named().Matches(cells[2]).Select(match => match.Groups["name"].Value))
            {
                var folder = room == "Scaling" ? Path.Combine(Repository.Root, "src", "Parameterize", room) : Path.Combine(Root, room);
                var path = Path.Combine(folder, file);
                Assert.True(File.Exists(path), $"{path} is not there.");
                files.Add((room, path));
            }
        }

        return files;
    }

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Named();

    /// <summary>A type but the one of many files, or a method of it.</summary>
    [GeneratedRegex(@"^(?:internal|public) [\w ]*?(?:class|record|struct) (?!Evaluator\b)(?<name>\w+)|^    (?:private|public) [\w<>?\[\], ]+ (?<name>\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
