namespace Parameterize.Charts.Svg;

/// <summary>A part of a drawing; y grows downwards.</summary>
internal readonly record struct Rectangle(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public bool Contains(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;

    public bool Contains(Rectangle other) => Contains(other.Left, other.Top) && Contains(other.Right, other.Bottom);

    public bool Overlaps(Rectangle other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
