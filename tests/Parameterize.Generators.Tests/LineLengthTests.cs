using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Parameterize.Generators.Tests;

/// <summary>
/// Every line of code is read without scrolling. Only what stands in a string, such as a program for a test, has lines of its own.
/// </summary>
public sealed class LineLengthTests
{
    private const int Columns = 140;

    private static readonly string[] Rooms = ["src", "generators", "samples", "benchmarks", "tests"];

    /// <summary>Folders of what is data of a test: generated text, and programs that are compiled as they were written.</summary>
    private static readonly string[] Data = ["/obj/", "/bin/", "/Snapshots/", "/Corpus/"];

    [Fact]
    public void Lines_have_no_more_than_140_columns()
    {
        var files = Rooms.SelectMany(room =>
            Directory.EnumerateFiles(Path.Combine(Repository.Root, room), "*.cs", SearchOption.AllDirectories))
            .Select(file => file.Replace('\\', '/'))
            .Where(file => !Data.Any(folder => file.Contains(folder, StringComparison.Ordinal)))
            .ToArray();
        Assert.True(files.Length > 700, $"Only {files.Length} sources.");
        var tooLong = string.Join('\n', files.SelectMany(file => TooLong(SourceText.From(File.ReadAllText(file)))
            .Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line + 1}")));
        Assert.True(tooLong.Length == 0, tooLong);
    }

    [Theory]
    [InlineData("var x = \"{0}\";", 150, false)]
    [InlineData("var x = {0};", 150, true)]
    [InlineData("var x = {0};", 140, false)]
    [InlineData("var x = {0};", 141, true)]
    [InlineData("var x = $\"{{y}} {0}\";", 150, false)]
    [InlineData("// {0}", 141, true)]
    public void Only_strings_are_longer(string format, int columns, bool isTooLong)
    {
        var rest = string.Format(CultureInfo.InvariantCulture, format, "").Length;
        var text = string.Format(CultureInfo.InvariantCulture, format, new string('x', columns - rest));
        Assert.Equal(isTooLong, TooLong(SourceText.From(text)).Any());
    }

    private static IEnumerable<int> TooLong(SourceText text)
    {
        var lines = text.Lines.Where(line => line.Span.Length > Columns).ToArray();
        if (lines.Length == 0)
        {
            return [];
        }

        var root = CSharpSyntaxTree.ParseText(text, new(LanguageVersion.Preview)).GetRoot();
        return lines.Where(line => !IsInString(line.Start + Columns)).Select(line => line.LineNumber);

        // Of a string that spans lines, what is filled in too.
        bool IsInString(int position) => root.FindToken(position) is var token && token.Span.Contains(position) && (token.Kind() is
            SyntaxKind.StringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringTextToken
            || token.Parent!.AncestorsAndSelf().OfType<InterpolatedStringExpressionSyntax>().Any(one => one.ToString().Contains('\n')));
    }
}
