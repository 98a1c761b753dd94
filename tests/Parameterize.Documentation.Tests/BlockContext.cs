using System.Text.RegularExpressions;

namespace Parameterize.Documentation.Tests;

/// <summary>
/// What a block is compiled with. Without a rule that is what an empty Program.cs of a console project has. With a rule
/// <c>context: NAME</c> it is what <c>Contexts/NAME.cs</c> has around its lines <c>// (block)</c>, each of which is one piece of the block:
/// lines of three dots are between them.
/// </summary>
internal static partial class BlockContext
{
    private const string Place = "// (block)";
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static string Folder => Path.Combine(Repository.Root, "tests", "Parameterize.Documentation.Tests", "Contexts");

    /// <summary>The contexts that there are.</summary>
    public static IEnumerable<string> All =>
        Directory.EnumerateFiles(Folder, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file));

    /// <summary>The block with what is around it; what the compiler says of a piece has the page and line of that.</summary>
    public static IEnumerable<SourceFile> Around(FencedBlock block) =>
    [
        new(ImplicitUsings, "Usings.cs"),
        new(block.Named("context") is { } name ? Filled(block, name) : Lined(block, new(block.Text, block.Line)), "Program.cs"),
    ];

    private static string Filled(FencedBlock block, string name)
    {
        var file = Path.Combine(Folder, name + ".cs");
        Assert.True(File.Exists(file), $"{block.Place}: there is no context '{name}'; there are {string.Join(", ", All.Order())}.");
        var around = File.ReadAllText(file).ReplaceLineEndings("\n");
        Piece[] pieces = [.. Pieces(block)];
        var places = PlaceOf().Matches(around);
        Assert.True(
            places.Count == pieces.Length,
            $"{block.Place} has {pieces.Length} pieces between lines of three dots, and {name}.cs has {places.Count} lines '{Place}'.");
        var next = 0;
        return PlaceOf().Replace(around, _ => Lined(block, pieces[next++]));
    }

    private static string Lined(FencedBlock block, Piece piece) =>
        FormattableString.Invariant($"#line {piece.Line} \"{block.Page}\"\n{piece.Text}\n#line default\n");

    private static IEnumerable<Piece> Pieces(FencedBlock block)
    {
        var line = block.Line;
        foreach (var text in Dots().Split(block.Text))
        {
            yield return new(text, line);
            line += text.Count(character => character == '\n') + 1;
        }
    }

    [GeneratedRegex(@"^ *// \(block\)$", RegexOptions.Multiline)]
    private static partial Regex PlaceOf();

    [GeneratedRegex(@"^ *\.\.\.\n", RegexOptions.Multiline)]
    private static partial Regex Dots();

    private sealed record Piece(string Text, int Line);
}
