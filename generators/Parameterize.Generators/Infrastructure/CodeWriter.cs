using System.Text;

namespace Parameterize.Generators.Infrastructure;

/// <summary>Indented text with <c>\n</c> line ends on every system. A multi-line text is indented line by line.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _atBlockStart;

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

        _atBlockStart = false;
        return this;
    }

    /// <summary>An empty line between two members; none at the start of a block.</summary>
    public CodeWriter Space()
    {
        if (!_atBlockStart)
        {
            _text.Append('\n');
        }

        return this;
    }

    /// <summary>A header, and braces around what is written until the result is disposed.</summary>
    public IDisposable Block(string header, string end = "}")
    {
        Write(header);
        Write("{");
        _depth++;
        _atBlockStart = true;
        return new BlockEnd(this, end);
    }

    public override string ToString() => _text.ToString();

    private sealed class BlockEnd(CodeWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Write(end);
        }
    }
}
