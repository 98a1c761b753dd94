namespace Parameterize.Inference.Tests.Drawing;

/// <summary>Between what a drawn number lies at all widths that are tried, so that every model drawn can be built, and soon.</summary>
/// <param name="Least">The least that it may be.</param>
/// <param name="Most">The most that it may be.</param>
internal readonly record struct Bounds(long Least, long Most)
{
    /// <summary>The largest dimension that a layer is built with.</summary>
    public const long Largest = 512;

    /// <summary>Whether a layer can have it as a dimension.</summary>
    public bool IsUsable => Least >= 1 && Most <= Largest;

    public static Bounds operator *(Bounds a, Bounds b) => new(a.Least * b.Least, a.Most * b.Most);

    public static Bounds operator /(Bounds a, long b) => new(a.Least / b, a.Most / b);

    public static Bounds operator +(Bounds a, Bounds b) => new(a.Least + b.Least, a.Most + b.Most);

    public static implicit operator Bounds(long constant) => new(constant, constant);

    /// <summary>What is either.</summary>
    public Bounds Or(Bounds other) => new(Math.Min(Least, other.Least), Math.Max(Most, other.Most));
}
