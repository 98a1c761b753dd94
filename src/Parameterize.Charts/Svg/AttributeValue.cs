using System.Globalization;

namespace Parameterize.Charts.Svg;

/// <summary>The value of an attribute: text, or a length in units of the drawing with two decimals.</summary>
internal readonly record struct AttributeValue(string Text)
{
    public static implicit operator AttributeValue(string text) => new(text);

    public static implicit operator AttributeValue(double length) => new(Length(length));

    /// <summary>A length as text.</summary>
    /// <exception cref="ArgumentException">It is NaN or infinite: a browser would drop the element without a word.</exception>
    public static string Length(double length) => double.IsFinite(length)
        ? (Math.Round(length, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture)
        : throw new ArgumentException("A drawing cannot hold NaN or infinity.", nameof(length));
}
