using System.Text.RegularExpressions;
using DiffPlex;

namespace Parameterize.Models.Tests.Harness;

/// <summary>What it took to annotate a model: how its two files differ.</summary>
/// <param name="Name">The model.</param>
/// <param name="Lines">How many lines were changed, added or taken away, besides <c>partial</c> and the attribute on the class.</param>
/// <param name="Fields">Fields that are declared otherwise than before, but for attributes in front of them.</param>
internal sealed partial record Change(string Name, int Lines, IReadOnlyList<string> Fields)
{
    /// <summary>Compares the files of a model.</summary>
    public static Change Of(string name)
    {
        var (plain, annotated) = (Read("Plain", name), Read("Annotated", name));
        var difference = Differ.Instance.CreateLineDiffs(plain, annotated, ignoreWhitespace: false);
        var lines = difference.DiffBlocks.Sum(block => Math.Max(block.DeleteCountA, block.InsertCountB));
        return new(name, lines, [.. Retyped(Declared(plain), Declared(annotated))]);
    }

    /// <summary>A file without what every annotated class has, and without its namespace, by which the two are told apart.</summary>
    private static string Read(string folder, string name)
    {
        var path = Path.Combine(Repository.Models, folder, $"{name}.cs");
        var lines = File.ReadAllLines(path).Where(line => !NotCounted().IsMatch(line));
        return string.Join("\n", lines.Select(line => line.Replace("public partial class", "public class", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Retyped(ILookup<string, string> before, ILookup<string, string> after) =>
        before.Where(field => after.Contains(field.Key) && !after[field.Key].SequenceEqual(field)).Select(field => field.Key);

    /// <summary>Fields by name, as they are declared; classes of one file may have fields of one name.</summary>
    private static ILookup<string, string> Declared(string text) => text.Split('\n')
        .Select(line => Field().Match(line))
        .Where(match => match.Success)
        .ToLookup(match => match.Groups["name"].Value, match => match.Groups["declaration"].Value);

    [GeneratedRegex(@"^(namespace |\[Parameterize\b)")]
    private static partial Regex NotCounted();

    [GeneratedRegex(@"^    (\[.*\] )?(?<declaration>private readonly .*?(?<name>\w+)( = .*)?;)$")]
    private static partial Regex Field();
}
