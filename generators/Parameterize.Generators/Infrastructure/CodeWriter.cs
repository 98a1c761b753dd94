using System.Text;

namespace Parameterize.Generators.Infrastructure;

/// <summary>Indented text with <c>\n</c> line ends on every system. A multi-line text is indented line by line.</summary>
internal sealed class CodeWriter
{
    private const int LineLength = 160;

    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isAfterGap;

    /// <summary>One or more lines at the current depth.</summary>
    public CodeWriter Write(string lines)
    {
        foreach (var line in lines.Replace("\r", "").Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', 4 * _depth).Append(line);
            }

            _text.Append('\n');
        }

        _isAfterGap = false;
        return this;
    }

    /// <summary>Whether the text fits into one line at the current depth.</summary>
    public bool Fits(string line) => (4 * _depth) + line.Length <= LineLength;

    /// <summary>
    /// An opening, items and an ending in one line; where that is too long, the items in lines below, as many to each as fit.
    /// </summary>
    public string List(string opening, IEnumerable<string> items, string ending)
    {
        var all = items.ToArray();
        var line = $"{opening}{string.Join(", ", all)}{ending}";
        if (all.Length == 0 || Fits(line))
        {
            return line;
        }

        var lines = new List<string> { "    " + all[0] };
        foreach (var item in all.Skip(1))
        {
            var extended = $"{lines[lines.Count - 1]}, {item}";
            if (Fits(extended + ending))
            {
                lines[lines.Count - 1] = extended;
            }
            else
            {
                lines[lines.Count - 1] += ",";
                lines.Add("    " + item);
            }
        }

        return $"{opening.TrimEnd(' ')}\n{string.Join("\n", lines)}{ending}";
    }

    /// <summary>An empty line, but none at the start of a block and never two, and none before its end.</summary>
    public CodeWriter Space()
    {
        if (!_isAfterGap)
        {
            _text.Append('\n');
            _isAfterGap = true;
        }

        return this;
    }

    /// <summary>A header, and braces around what is written until the result is disposed.</summary>
    public IDisposable Block(string header, string end = "}")
    {
        Write(header);
        Write("{");
        _depth++;
        _isAfterGap = true;
        return new BlockEnd(this, end);
    }

    public override string ToString() => _text.ToString();

    private sealed class BlockEnd(CodeWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            if (writer._isAfterGap && writer._text.ToString(writer._text.Length - 2, 2) == "\n\n")
            {
                writer._text.Length--;
            }

            writer._depth--;
            writer.Write(end);
        }
    }
}
