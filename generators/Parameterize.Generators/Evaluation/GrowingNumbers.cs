using Microsoft.CodeAnalysis;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Evaluation;

/// <summary>
/// The numbers that are declared to grow: constructor parameters, and properties of the options objects that they are given in.
/// </summary>
internal sealed class GrowingNumbers(
    INamedTypeSymbol type, IReadOnlyDictionary<string, Dimension> parameters, IReadOnlyDictionary<ISymbol, Dimension> properties)
{
    /// <summary>A parameter of the class's own constructors; null for one of another method.</summary>
    public Dimension? Of(IParameterSymbol parameter)
    {
        if (!IsOwn(parameter))
        {
            return null;
        }

        return parameters.TryGetValue(parameter.Name, out var dimension) ? dimension : Finite.Handed(DefaultOf(parameter));
    }

    /// <summary>The properties that are declared to grow.</summary>
    public IEnumerable<ISymbol> Properties => properties.Keys;

    public Dimension? Of(ISymbol? property) =>
        property is not null && properties.TryGetValue(property.OriginalDefinition, out var dimension) ? dimension : null;

    public bool IsOwnConstructor(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        && SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, type.OriginalDefinition);

    private static double? DefaultOf(IParameterSymbol parameter) =>
        parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value }
        && value is not (bool or string or char) and IConvertible number
            ? number.ToDouble(System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private bool IsOwn(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol method && IsOwnConstructor(method);
}

/// <summary>
/// The widths at which numbers are computed: the base; all widths at multiples of it, which say how a number grows; others, which tell
/// apart numbers that are alike at those. Depth grows by itself: no layer's size does with it.
/// </summary>
internal static class Probes
{
    /// <summary>Multiples of the base, by probe.</summary>
    public static IReadOnlyList<long> Multiples { get; } = [1, 2, 3, 4, 5, 64, 128, 1 << 10, 1 << 11, 1 << 14, 1 << 15];

    private static readonly long[] s_alone = [2, 3];

    /// <summary>Up to which probe a size has to have a value: no constructor is asked for layers of all widths.</summary>
    public const int Needed = 7;

    /// <summary>The values of one of the numbers that grow.</summary>
    public static Samples Of(int index, IReadOnlyList<WidthSpec> numbers)
    {
        var own = numbers[index];
        var together = own.Axis != GrowthAxis.Depth;
        var multiples = Multiples.Select(multiple => together ? own.Base * multiple : own.Base);
        var between = new[] { (2 * (long)own.Base) + 1, (3 * (long)own.Base) - 1, Math.Max(1, own.Base / 2) }.Select(width =>
            together ? width : own.Base);
        var alone = numbers.SelectMany((_, other) => s_alone.Select(multiple => other == index ? own.Base * multiple : own.Base));
        return Samples.Of(multiples.Concat(between).Concat(alone).Select(static value => (double?)value));
    }
}
