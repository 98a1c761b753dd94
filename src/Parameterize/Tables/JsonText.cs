using System.Globalization;
using System.Text;

namespace Parameterize;

/// <summary>
/// Writes the few shapes of JSON that the tables need. The package has no dependency, so that no version of one can clash with a
/// user's.
/// </summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();
    private bool _needsComma;

    public JsonText Open(char bracket)
    {
        Separate();
        _text.Append(bracket);
        _needsComma = false;
        return this;
    }

    public JsonText Close(char bracket)
    {
        _text.Append(bracket);
        _needsComma = true;
        return this;
    }

    public JsonText Property(string name, string value) => Name(name).Raw(Quoted(value));

    /// <summary>A number that round-trips; what JSON has no number for (an infinity) becomes null.</summary>
    public JsonText Property(string name, double value) => Name(name).Raw(
        double.IsNaN(value) || double.IsInfinity(value) ? "null" : value.ToString("R", CultureInfo.InvariantCulture));

    public JsonText Property(string name, bool value) => Name(name).Raw(value ? "true" : "false");

    public JsonText Array<T>(string name, IEnumerable<T> items, Action<JsonText, T> write)
    {
        Name(name);
        _text.Append('[');
        _needsComma = false;
        foreach (var item in items)
        {
            write(this, item);
        }

        return Close(']');
    }

    public override string ToString() => _text.ToString();

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' or '\\' => text.Append('\\').Append(character),
                < ' ' => text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(character),
            };
        }

        return text.Append('"').ToString();
    }

    private JsonText Name(string name)
    {
        Separate();
        _text.Append(Quoted(name)).Append(':');
        _needsComma = false;
        return this;
    }

    private JsonText Raw(string value)
    {
        Separate();
        _text.Append(value);
        _needsComma = true;
        return this;
    }

    private void Separate()
    {
        if (_needsComma)
        {
            _text.Append(',');
            _needsComma = false;
        }
    }
}
