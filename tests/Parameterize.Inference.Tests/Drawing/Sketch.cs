#pragma warning disable CA5394 // Repeatable, not secret.
using System.Globalization;
using System.Text;

namespace Parameterize.Inference.Tests.Drawing;

/// <summary>A class that is being drawn: what stands in its constructor so far, and the numbers that can be read there.</summary>
/// <param name="random">Draws.</param>
internal sealed class Sketch(Random random)
{
    private readonly List<Slot> _slots = [];
    private readonly StringBuilder _body = new();
    private int _depth = 2;
    private int _names;

    /// <summary>Fields, properties and methods of the class.</summary>
    public ISet<string> Members { get; } = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>Other types.</summary>
    public ISet<string> Types { get; } = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>The statements of the constructor.</summary>
    public string Body => _body.ToString();

    /// <summary>How many blocks are open.</summary>
    public int Nesting => _depth - 2;

    public int Next(int count) => random.Next(count);

    public bool OneIn(int count) => random.Next(count) == 0;

    public T Pick<T>(params IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public string Name(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{_names++}");

    public void Write(string statement) => _body.Append(' ', 4 * _depth).AppendLine(statement);

    /// <summary>Writes statements between braces; what they declare is gone after them.</summary>
    public void Block(string header, Action write, string end = "")
    {
        var known = _slots.Count;
        Write(header);
        Write("{");
        _depth++;
        write();
        _depth--;
        Write("}" + end);
        _slots.RemoveRange(known, _slots.Count - known);
    }

    /// <summary>Declares a local.</summary>
    public Slot Declare(Number value, string? type = null)
    {
        var slot = Add(new Slot(Name("v"), value.Bounds));
        Write($"{type ?? Pick("var", "long")} {slot.Text} = {value.Text};");
        return slot;
    }

    /// <summary>Makes a place readable.</summary>
    public Slot Add(Slot slot)
    {
        _slots.Add(slot);
        return slot;
    }

    /// <summary>A place to read from; the later ones are drawn more often, so that chains of them are followed.</summary>
    public Slot Readable() => _slots[Math.Max(random.Next(_slots.Count), random.Next(_slots.Count))];

    /// <summary>A place to write to, if there is any.</summary>
    public Slot? Writable() => _slots.Where(slot => slot.IsWritable).ToArray() is { Length: > 0 } writable ? Pick(writable) : null;

    /// <summary>Assigns, and notes it.</summary>
    public void Assign(Slot slot, Number value)
    {
        Write($"{slot.Text} = {value.Text};");
        slot.Hold(value.Bounds);
    }
}
