using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace Parameterize.Testing;

/// <summary>A diff as git prints it, since that is what everybody can read.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    public static string Of(string old, string @new)
    {
        var diff = new Differ().CreateLineDiffs(old, @new, ignoreWhitespace: false);
        var text = new StringBuilder("--- verified\n+++ received");
        for (var first = 0; first < diff.DiffBlocks.Count;)
        {
            var last = first;
            while (last + 1 < diff.DiffBlocks.Count && Gap(diff.DiffBlocks[last], diff.DiffBlocks[last + 1]) <= 2 * Context)
                last++;
            AppendHunk(text, diff, first, last);
            first = last + 1;
        }

        if (old.EndsWith('\n') != @new.EndsWith('\n') && old.Length > 0)
            text.Append(old.EndsWith('\n') ? "\n(received: no newline at the end)" : "\n(received: a newline at the end)");
        return text.ToString();
    }

    private static int Gap(DiffBlock before, DiffBlock after) => after.DeleteStartA - (before.DeleteStartA + before.DeleteCountA);

    private static void AppendHunk(StringBuilder text, DiffResult diff, int first, int last)
    {
        var (head, tail) = (diff.DiffBlocks[first], diff.DiffBlocks[last]);
        var before = Math.Min(Context, head.DeleteStartA);
        var endOfTail = tail.DeleteStartA + tail.DeleteCountA;
        var after = Math.Min(Context, diff.PiecesOld.Length - endOfTail);
        var oldCount = before + (endOfTail - head.DeleteStartA) + after;
        var newCount = before + (tail.InsertStartB + tail.InsertCountB - head.InsertStartB) + after;
        text.Append(Invariant($"\n@@ -{head.DeleteStartA - before + 1},{oldCount} +{head.InsertStartB - before + 1},{newCount} @@"));

        var line = head.DeleteStartA - before;
        for (var i = first; i <= last; i++)
        {
            var block = diff.DiffBlocks[i];
            Append(text, ' ', diff.PiecesOld, line, block.DeleteStartA - line);
            Append(text, '-', diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Append(text, '+', diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            line = block.DeleteStartA + block.DeleteCountA;
        }

        Append(text, ' ', diff.PiecesOld, line, after);
    }

    private static void Append(StringBuilder text, char mark, IReadOnlyList<string> lines, int start, int count)
    {
        for (var i = start; i < start + count; i++)
            text.Append('\n').Append(mark).Append(lines[i]);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
