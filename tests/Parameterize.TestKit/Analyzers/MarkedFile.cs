using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Parameterize.TestKit;

/// <summary>A file of an analyzer test, with its marks taken out.</summary>
internal sealed record MarkedFile(string Path, Markup Content)
{
    public static ImmutableArray<MarkedFile> Parse(IEnumerable<SourceFile> files) =>
        [.. SourceFile.Named(files).Select(f => new MarkedFile(f.Path!, Markup.Parse(f.Text)))];

    /// <summary>Null when the diagnostics are exactly the marks; else what is wrong, and the markup that would be right.</summary>
    public static string? Mismatch(ImmutableArray<MarkedFile> files, ImmutableArray<Diagnostic> actual)
    {
        var elsewhere = actual.Where(a => files.All(f => f.Path != a.Location.SourceTree?.FilePath)).ToArray();
        var wrong = files.Where(f => !f.Matches(f.MarksOf(actual))).ToArray();
        if (wrong.Length == 0 && elsewhere.Length == 0)
            return null;

        var text = new StringBuilder("The diagnostics are not those of the markup.");
        foreach (var file in wrong)
            file.Describe(text, actual);
        if (elsewhere.Length > 0)
            text.Append("\n\nReported outside of the files of the test:");
        foreach (var diagnostic in elsewhere)
            text.Append("\n  ").Append(FormattableString.Invariant($"{diagnostic}"));
        return text.ToString();
    }

    private Mark[] MarksOf(ImmutableArray<Diagnostic> actual) =>
        [.. actual.Where(a => a.Location.SourceTree?.FilePath == Path).Select(a => new Mark(a.Id, a.Location.SourceSpan))];

    private bool Matches(Mark[] marks) => Sorted(marks).SequenceEqual(Sorted(Content.Marks));

    private static IEnumerable<Mark> Sorted(IEnumerable<Mark> marks) =>
        marks.OrderBy(m => m.Span.Start).ThenBy(m => m.Span.Length).ThenBy(m => m.Id, StringComparer.Ordinal);

    private void Describe(StringBuilder text, ImmutableArray<Diagnostic> actual)
    {
        var marks = MarksOf(actual);
        Each(text, "expected, not reported", Minus(Content.Marks, marks).Select(m => $"{m.Id} at {Show(m)}"));
        Each(text, "reported, not expected", Minus(marks, Content.Marks).Select(m => $"{m.Id} at {Show(m)}: {MessageAt(m, actual)}"));
        text.Append("\n\nThe markup for what is reported in ").Append(Path).Append(":\n\"\"\"\n")
            .Append(Markup.Write(Content.Text, marks)).Append("\n\"\"\"");
    }

    // Two reports at one place are one too many if one is expected, hence not a difference of sets.
    private static List<Mark> Minus(IEnumerable<Mark> all, IEnumerable<Mark> other)
    {
        var rest = all.ToList();
        foreach (var mark in other)
            rest.Remove(mark);
        return rest;
    }

    private static void Each(StringBuilder text, string title, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            text.Append('\n').Append("  ").Append(title).Append(": ").Append(line);
    }

    private string Show(Mark mark)
    {
        var before = Content.Text.AsSpan(0, mark.Span.Start);
        var (line, column) = (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
        return FormattableString.Invariant($"({line},{column}) '{Content.Text.Substring(mark.Span.Start, mark.Span.Length)}'");
    }

    private string MessageAt(Mark mark, ImmutableArray<Diagnostic> actual) =>
        actual.First(a => a.Id == mark.Id && a.Location.SourceSpan == mark.Span && a.Location.SourceTree?.FilePath == Path)
            .GetMessage(CultureInfo.InvariantCulture);
}
