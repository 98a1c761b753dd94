using System.Collections.Concurrent;

namespace Parameterize.Scaling.Shapes;

/// <summary>
/// What the compiler claims of a tensor's shape, axis by axis: <c>256 q, 64 m</c> is a matrix of 256 q rows and 64 m columns, with q and m
/// the tensor's own ratios. Where a size at base widths is known, one shape can contradict it; where it is not (<c>? q</c>), shapes at two
/// widths can, and one that no whole number at base widths would have become.
/// </summary>
public sealed partial class ShapeClaim : IEquatable<ShapeClaim>
{
    private const string Further = "...";

    private static readonly ConcurrentDictionary<string, ShapeClaim> Known = new(StringComparer.Ordinal);

    private readonly AxisClaim[] _axes;
    private readonly double? _fanInAtBase;
    private readonly double? _fanOutAtBase;

    /// <summary>A claim on each axis.</summary>
    /// <param name="axes">The axes in order.</param>
    /// <param name="isOpen">Whether the tensor may have further ones, of which nothing is claimed.</param>
    public ShapeClaim(IEnumerable<AxisClaim> axes, bool isOpen = false)
    {
        _axes = (axes ?? throw new ArgumentNullException(nameof(axes))).ToArray();
        IsOpen = isOpen;
        _fanInAtBase = AtBase(AxisRole.FanIn);
        _fanOutAtBase = AtBase(AxisRole.FanOut);
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">As <c>256 q, 64 m</c>.</param>
    /// <exception cref="FormatException">It is something else.</exception>
    public ShapeClaim(string text)
        : this(Parts(text).Where(part => part != Further).Select(AxisClaim.Parse), isOpen: Parts(text).Last() == Further)
    {
    }

    /// <summary>The axes in order.</summary>
    public IReadOnlyList<AxisClaim> Axes => _axes;

    /// <summary>Whether the tensor may have further axes, of which nothing is claimed.</summary>
    public bool IsOpen { get; }

    /// <summary>The same sizes at the same widths, in words of bases at which a fan is so many times what it was.</summary>
    /// <param name="fanIn">By how much the fan-in is larger at the other base.</param>
    /// <param name="fanOut">By how much the fan-out is.</param>
    internal ShapeClaim AtOtherBase(double fanIn, double fanOut)
    {
        return new(_axes.Select(axis => axis.Role switch
        {
            AxisRole.FanIn => axis with { AtBase = Times(axis, fanIn) },
            AxisRole.FanOut => axis with { AtBase = Times(axis, fanOut) },
            _ => axis,
        }), IsOpen);

        // Of several axes that make one fan together it is not known which of them grew.
        long? Times(AxisClaim axis, double factor)
        {
            if (factor == 1)
            {
                return axis.AtBase;
            }

            if (axis.AtBase * factor is { } size && Math.Abs(size - Math.Round(size)) < 1e-6
                && _axes.Count(other => other.Role == axis.Role) == 1)
            {
                return (long)Math.Round(size);
            }

            return null;
        }
    }

    /// <summary>The claim of a text, which is read once: each construction of a model asks for the same few.</summary>
    internal static ShapeClaim Of(string text) => Known.GetOrAdd(text, static unknown => new ShapeClaim(unknown));

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Axes.Select(axis => axis.ToString()).Concat(IsOpen ? [Further] : []));

    /// <inheritdoc/>
    public bool Equals(ShapeClaim? other) => other is not null && IsOpen == other.IsOpen && Axes.SequenceEqual(other.Axes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ShapeClaim);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private static string[] Parts(string text) =>
        (text ?? throw new ArgumentNullException(nameof(text))).Split([", "], StringSplitOptions.None);

    /// <summary>The product of a fan's sizes; several axes (the inputs of a bilinear layer) share its ratio.</summary>
    private double? AtBase(AxisRole role)
    {
        var sizes = _axes.Where(axis => axis.Role == role).Select(axis => axis.AtBase).ToArray();
        return sizes.Length == 0 || sizes.Contains(null) ? null : sizes.Aggregate(1.0, (product, size) => product * size!.Value);
    }
}
