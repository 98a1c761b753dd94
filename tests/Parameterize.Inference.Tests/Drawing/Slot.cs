namespace Parameterize.Inference.Tests.Drawing;

/// <summary>A place that holds a number: a local, a member, an element. Several names may reach one place.</summary>
/// <param name="text">The C# that reads it.</param>
/// <param name="holder">The place.</param>
internal sealed class Slot(string text, Slot.Holder holder)
{
    /// <summary>A place of its own.</summary>
    public Slot(string text, Bounds bounds)
        : this(text, new Holder { Bounds = bounds })
    {
    }

    /// <summary>The C# that reads it.</summary>
    public string Text => text;

    /// <summary>What it holds by now.</summary>
    public Number Number => new(text, holder.Bounds);

    /// <summary>Whether it may be assigned to.</summary>
    public bool IsWritable { get; init; } = true;

    /// <summary>The same place by another name.</summary>
    public Slot As(string name) => new(name, holder) { IsWritable = IsWritable };

    /// <summary>Notes that it may hold this from now on; a branch or a loop may leave what was there.</summary>
    public void Hold(Bounds bounds) => holder.Bounds = holder.Bounds.Or(bounds);

    /// <summary>A place.</summary>
    internal sealed class Holder
    {
        public Bounds Bounds { get; set; }
    }
}
