using System.Text.RegularExpressions;

namespace Parameterize.Generators.Tests;

/// <summary>
/// The generator's folders are rooms, and what is in one may know of those below it alone. Namespaces are folders, so that the using
/// directives of a file are the arrows out of it.
/// </summary>
public partial class RoomTests
{
    private const string Generators = "Parameterize.Generators";

    /// <summary>What every room may use, beside the theory in Parameterize.Scaling.</summary>
    private static readonly string[] Ground = ["Infrastructure", "Diagnostics"];

    /// <summary>The rooms, each with those that it may look into. What stands beside them composes them all.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Infrastructure"] = [],
        ["Diagnostics"] = [],
        ["Model"] = [],
        ["Catalogues"] = ["Model"],
        ["Emission"] = ["Catalogues", "Model"],
        ["Reading.Evaluation"] = ["Reading", "Catalogues", "Model"],
        ["Reading.Stages"] = ["Reading", "Catalogues", "Model"],
        ["Reading"] = ["Reading.Evaluation", "Reading.Stages", "Catalogues", "Model"],
        ["Checks"] = ["Reading.Evaluation", "Reading", "Catalogues", "Model"],
        ["Analyzers.Flow"] = ["Reading.Evaluation", "Reading", "Catalogues", "Model"],
        ["Analyzers"] = ["Analyzers.Flow", "Caching", "Checks", "Reading.Evaluation", "Reading", "Catalogues", "Model"],
        ["Caching"] = ["Checks", "Model"],
        [""] = ["Caching", "Emission", "Model"],
    };

    [Fact]
    public void Rooms_look_one_way() => Assert.Empty(
        from file in Files()
        from used in UsedBy(file.Room, file.Text)
        where !IsAllowed(file.Room, used)
        select $"{file.Path}: {(file.Room.Length == 0 ? Generators : file.Room)} -> {used}");

    [Fact]
    public void Rooms_are_those_that_there_are() =>
        Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), Files().Select(file => file.Room).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Reading", "using Parameterize.Generators.Emission;", "Emission", false)]
    [InlineData("Reading", "using static Parameterize.Generators.Checks.NameCheck;", "Checks", false)]
    [InlineData("Model", "using Row = Parameterize.Generators.Catalogues.LayerShape;", "Catalogues", false)]
    [InlineData("Model", "    global::Parameterize.Generators.Reading.Evaluation.Value Value,", "Reading.Evaluation", false)]
    [InlineData("Emission", "        var row = Catalogues.LayerCatalogue.Of(type);", "Catalogues", true)]
    [InlineData("Catalogues", "        var row = Emission.ModelEmitter.Emit(model);", "Emission", false)]
    [InlineData("Model", "using Parameterize.Generators.Infrastructure;", "Infrastructure", true)]
    public void Arrows_are_seen(string room, string text, string used, bool isAllowed)
    {
        Assert.Equal([used], UsedBy(room, text));
        Assert.Equal(isAllowed, IsAllowed(room, used));
    }

    private static bool IsAllowed(string room, string used) => room == used || Ground.Contains(used) || Arrows[room].Contains(used);

    /// <summary>The rooms that a file names: by a using directive, or in front of a type.</summary>
    private static IEnumerable<string> UsedBy(string room, string text) => text.Split('\n')
        .Where(line =>
            !line.StartsWith("namespace ", StringComparison.Ordinal) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
        .SelectMany(line => Named().Matches(line))
        .Select(match => match.Groups["room"].Value)
        .Where(name => Arrows.ContainsKey(name) && name != room)
        .Distinct();

    private static IEnumerable<(string Path, string Room, string Text)> Files()
    {
        var root = Path.Combine(Repository.Root, "generators", Generators);
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .ToArray();
        Assert.True(files.Length > 100, $"Only {files.Length} sources in {root}.");
        return files.Select(file =>
            (file, Path.GetDirectoryName(file)!.Replace('\\', '/').Replace('/', '.'), File.ReadAllText(Path.Combine(root, file))));
    }

    [GeneratedRegex(
        @"Parameterize\.Generators\.(?<room>(Reading\.Evaluation|Analyzers\.Flow|[A-Z]\w+))\b"
        + @"|(?<![\w.""<])(?<room>Reading\.Evaluation|Analyzers\.Flow|Infrastructure|Diagnostics|Model|Catalogues|Emission|Reading|Checks|Analyzers|Caching)\.(?=[A-Z]\w+\.)")]
    private static partial Regex Named();
}
