using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Parameterize.TestKit;

/// <summary>
/// A source with its marks: <c>{|PMZ0001:text|}</c> says that PMZ0001 is reported at exactly <c>text</c>. Marks may nest, touch, be empty.
/// </summary>
internal sealed partial record Markup(string Text, ImmutableArray<Mark> Marks)
{
    public static Markup Parse(string marked)
    {
        var text = new StringBuilder();
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var open = new Stack<(string Id, int Start)>();
        for (var i = 0; i < marked.Length;)
        {
            if (Opening().Match(marked, i) is { Success: true } opening)
            {
                open.Push((opening.Groups[1].Value, text.Length));
                i += opening.Length;
            }
            else if (open.Count > 0 && string.CompareOrdinal(marked, i, "|}", 0, 2) == 0)
            {
                var (id, start) = open.Pop();
                marks.Add(new(id, TextSpan.FromBounds(start, text.Length)));
                i += 2;
            }
            else
            {
                text.Append(marked[i++]);
            }
        }

        if (open.Count > 0)
            throw new ArgumentException($"The mark {{|{open.Peek().Id}: has no end.", nameof(marked));
        return new(text.ToString(), marks.ToImmutable());
    }

    /// <summary>The opposite of <see cref="Parse"/>: what to write in the test. Marks that cross cannot be written so.</summary>
    public static string Write(string text, IEnumerable<Mark> marks)
    {
        var inserts = marks.OrderBy(m => m.Span.Start)
            .ThenByDescending(m => m.Span.Length)
            .ThenBy(m => m.Id, StringComparer.Ordinal)
            .ToArray();
        var marked = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            foreach (var _ in inserts.Where(m => m.Span.End == i && !m.Span.IsEmpty))
                marked.Append("|}");
            foreach (var mark in inserts.Where(m => m.Span.Start == i && m.Span.IsEmpty))
                marked.Append("{|").Append(mark.Id).Append(":|}");
            foreach (var mark in inserts.Where(m => m.Span.Start == i && !m.Span.IsEmpty))
                marked.Append("{|").Append(mark.Id).Append(':');
            if (i < text.Length)
                marked.Append(text[i]);
        }

        return marked.ToString();
    }

    // Letters and digits, as ids are: the property pattern "{ X: ... } or {|" cannot be mistaken for it.
    [GeneratedRegex(@"\G\{\|([A-Za-z]+[0-9]+):", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}

/// <summary>A place where a diagnostic is, or should be.</summary>
internal readonly record struct Mark(string Id, TextSpan Span);
