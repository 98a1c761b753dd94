using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Generators.Model;

/// <summary>One width, head width or depth, or a size that is computed from them: how it is named and how it grows.</summary>
/// <param name="Parameter">The constructor parameter, such as <c>width</c>.</param>
/// <param name="Symbol">The ratio's name in formulas and generated code: <c>n</c> when there is one width.</param>
/// <param name="Base">The width's base.</param>
/// <param name="Axis">What it is.</param>
internal sealed record WidthSpec(string Parameter, string Symbol, int Base, GrowthAxis Axis)
{
    /// <summary>What a computed size is in the table; null for a declared number.</summary>
    public ComputedRatio? Computed => Expression is null ? null : new(Symbol, Base, Expression, Growth);

    /// <summary>Whether the model multiplies vectors of this width and sums.</summary>
    public bool IsDot { get; init; }

    /// <summary>How the constructor computes it.</summary>
    public string? Expression { get; init; }

    /// <summary>The exponent by which it grows with all widths together.</summary>
    public Rational Growth { get; init; } = Rational.One;

    /// <summary>How it is called as an argument: without the options object that holds it.</summary>
    public string Argument => Property is { } name ? char.ToLowerInvariant(name[0]) + name.Substring(1) : Parameter;

    /// <summary>The same with the object's name in front: <c>encoder.Width</c> becomes <c>encoderWidth</c>.</summary>
    public string QualifiedArgument => Property is { } name ? Parameter.Substring(0, Parameter.Length - name.Length - 1) + name : Parameter;

    private string? Property =>
        Parameter.LastIndexOf('.') is >= 0 and var dot && dot < Parameter.Length - 1 ? Parameter.Substring(dot + 1) : null;
}

/// <summary>What is asked of the widths of a model.</summary>
internal static class WidthSpecExtensions
{
    /// <summary>The ratios of those that are computed.</summary>
    public static IReadOnlyList<ComputedRatio> Ratios(this IEnumerable<WidthSpec> widths) =>
        widths.Select(static width => width.Computed).OfType<ComputedRatio>().ToArray();
}

/// <summary>What a number that grows is.</summary>
internal enum GrowthAxis
{
    /// <summary>A width: the fan-in or fan-out of layers.</summary>
    Width,

    /// <summary>The width of an attention head, which sets the scale of the logits.</summary>
    HeadWidth,

    /// <summary>The number of residual blocks.</summary>
    Depth,

    /// <summary>A size that is computed from widths and is no product of them.</summary>
    Computed,
}

/// <summary>Where the value of a width is read.</summary>
/// <param name="Symbol">The width's symbol.</param>
/// <param name="Expression">A C# expression of a dimension that grows with this width alone.</param>
/// <param name="AtBase">That dimension at the base width.</param>
internal sealed record WidthWitness(string Symbol, string Expression, long AtBase);
