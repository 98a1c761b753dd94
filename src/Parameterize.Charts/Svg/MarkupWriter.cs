using System.Globalization;
using System.Text;

namespace Parameterize.Charts.Svg;

/// <summary>
/// Writes elements with escaped text and attributes, so that a page is well-formed XML whatever a layer or a corpus is called.
/// </summary>
internal sealed class MarkupWriter
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element.</summary>
    public MarkupWriter Open(string name, params ReadOnlySpan<(string Name, AttributeValue Value)> attributes)
    {
        Start(name, attributes).Append('>');
        _open.Push(name);
        return this;
    }

    /// <summary>Closes the element opened last.</summary>
    public MarkupWriter Close()
    {
        _text.Append("</").Append(_open.Pop()).Append(">\n");
        return this;
    }

    /// <summary>An element without content. In HTML only for those that never have any, and inside SVG.</summary>
    public MarkupWriter Empty(string name, params ReadOnlySpan<(string Name, AttributeValue Value)> attributes)
    {
        Start(name, attributes).Append("/>\n");
        return this;
    }

    /// <summary>An element with text.</summary>
    public MarkupWriter Element(string name, string content, params ReadOnlySpan<(string Name, AttributeValue Value)> attributes) =>
        Open(name, attributes).Text(content).Close();

    /// <summary>Text, escaped.</summary>
    public MarkupWriter Text(string content)
    {
        _text.Append(Escape(content));
        return this;
    }

    /// <summary>Markup of our own, as it is.</summary>
    public MarkupWriter Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Everything written; all elements must be closed.</summary>
    public override string ToString() => _open.Count == 0
        ? _text.ToString()
        : throw new InvalidOperationException($"<{_open.Peek()}> is not closed.");

    /// <summary>Escapes text for content and for attributes in double quotes; what XML cannot hold becomes U+FFFD.</summary>
    public static string Escape(string content)
    {
        var escaped = new StringBuilder(content.Length);
        foreach (var rune in content.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case < 0x20 and not ('\t' or '\n' or '\r') or 0xFFFE or 0xFFFF: escaped.Append('\uFFFD'); break;
                default: escaped.Append(CultureInfo.InvariantCulture, $"{rune}"); break;
            }
        }

        return escaped.ToString();
    }

    private StringBuilder Start(string name, ReadOnlySpan<(string Name, AttributeValue Value)> attributes)
    {
        _text.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            _text.Append(' ').Append(attribute).Append("=\"").Append(Escape(value.Text)).Append('"');
        }

        return _text;
    }
}
