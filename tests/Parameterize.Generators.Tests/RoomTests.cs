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
        ["Declarations"] = ["Catalogues", "Model"],
        ["Evaluation"] = ["Declarations", "Catalogues", "Model"],
        ["Stages"] = [],
        ["Reading"] = ["Evaluation", "Stages", "Declarations", "Catalogues", "Model"],
        ["Checks"] = ["Reading", "Evaluation", "Declarations", "Catalogues", "Model"],
        ["Caching"] = ["Checks", "Model"],
        ["Flow"] = ["Declarations", "Catalogues"],
        ["Analyzers"] = ["Flow", "Caching", "Checks", "Reading", "Evaluation", "Declarations", "Catalogues", "Model"],
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

    /// <summary>The rooms can be listed so that each looks only into those before it.</summary>
    [Fact]
    public void No_arrow_leads_back()
    {
        var known = new HashSet<string>();
        while (Arrows.FirstOrDefault(room => !known.Contains(room.Key) && room.Value.All(known.Contains)).Key is { } next)
        {
            known.Add(next);
        }

        Assert.Empty(Arrows.Keys.Except(known));
    }

    [Fact]
    public void No_arrow_is_allowed_that_nobody_takes() => Assert.Empty(
        Arrows.SelectMany(room => room.Value.Select(used => (Room: room.Key, Used: used)))
            .Except(Files().SelectMany(file => UsedBy(file.Room, file.Text).Select(used => (file.Room, used)))));

    /// <summary>A room within a room would see the outer one without a using directive, and no test would see that.</summary>
    [Fact]
    public void No_room_is_within_another() => Assert.DoesNotContain(Files(), file => file.Room.Contains('.', StringComparison.Ordinal));

    [Fact]
    public void Generated_files_are_known_by_their_generator() =>
        Assert.Equal(Model.GeneratedFiles.Folder, typeof(ParameterizeGenerator).FullName);

    [Theory]
    [InlineData("Reading", "using Parameterize.Generators.Emission;", "Emission", false)]
    [InlineData("Reading", "using static Parameterize.Generators.Checks.NameCheck;", "Checks", false)]
    [InlineData("Model", "using Row = Parameterize.Generators.Catalogues.LayerShape;", "Catalogues", false)]
    [InlineData("Model", "    global::Parameterize.Generators.Evaluation.Value Value,", "Evaluation", false)]
    [InlineData("Evaluation", "using Parameterize.Generators.Reading;", "Reading", false)]
    [InlineData("Caching", "Path.GetFileName(path) == typeof(ParameterizeGenerator).FullName;", "", false)]
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
        .Select(match => match.Groups["room"].Value) // of the generator itself, which stands in no room, it is empty
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
        @"Parameterize\.Generators\.(?<room>[A-Z]\w+)\b|(?<![\w.""<])(?<room>[A-Z]\w+)\.(?=[A-Z]\w+\.)|\bParameterizeGenerator\b")]
    private static partial Regex Named();
}
