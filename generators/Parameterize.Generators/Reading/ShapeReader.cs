using Microsoft.CodeAnalysis;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Evaluation;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Shapes;

namespace Parameterize.Generators.Reading;

/// <summary>
/// What the calls that make a layer say of its tensors' shapes: to be held against the real ones, once, when a model is built.
/// </summary>
internal static class ShapeReader
{
    /// <summary>
    /// The claim on a tensor of a module; null where the number of its axes is not known, or they do not grow as its fans do.
    /// </summary>
    public static ShapeClaim? Of(TensorShape tensor, IReadOnlyList<FactoryCall> calls, LayerFans fans)
    {
        var isKnown = calls.All(call => tensor.Axes.All(axis => HasOneAxis(axis.Size, call)));
        return isKnown && Grow(AxisRole.FanIn, fans.FanIn) && Grow(AxisRole.FanOut, fans.FanOut)
            ? new ShapeClaim(tensor.Axes.Select(Claim))
            : null;

        // Where groups grow, an axis grows as no fan does.
        bool Grow(AxisRole role, Factor fan)
        {
            var ratios = tensor.Axes.Where(axis => axis.Role == role)
                .Select(axis => axis.Size is { } size ? FanReader.Agreed(calls, size) : null)
                .ToArray();
            return ratios.Contains(null) || ratios.Aggregate(Factor.One, (product, ratio) => product * ratio!).Equals(fan);
        }

        AxisClaim Claim(TensorAxis axis)
        {
            var sizes = calls.Select(call => axis.Size is { } size ? AtBase(size, call) : null).Distinct().ToArray();
            var isFree = axis.Role == AxisRole.Free && !(axis.Size is { } fan && FanReader.Agreed(calls, fan) is { IsOne: true });
            return isFree
                ? new AxisClaim(AxisRole.Free, null)
                : new AxisClaim(axis.Role == AxisRole.Free ? AxisRole.Finite : axis.Role, sizes.Length == 1 ? sizes[0] * axis.Times : null);
        }
    }

    /// <summary>The claim on a parameter, whose attribute says which axes its fans are; null where it says nothing.</summary>
    public static ShapeClaim? OfParameter(LayerMember member, IReadOnlyList<Dimension>? shape)
    {
        var (fanIn, fanOut) = member.AxesOf(shape);
        var count = Math.Max(shape?.Count ?? 0, Math.Max(fanIn ?? -1, fanOut ?? -1) + 1);
        return (fanIn, fanOut) == (null, null) && shape?.All(static size => size.IsFinite) != true
            ? null
            : new ShapeClaim(Enumerable.Range(0, count).Select(Claim), isOpen: shape is null);

        AxisClaim Claim(int axis)
        {
            var size = shape?.ElementAtOrDefault(axis);
            if (axis == fanIn)
            {
                return new AxisClaim(AxisRole.FanIn, AtBase(size));
            }

            if (axis == fanOut)
            {
                return new AxisClaim(AxisRole.FanOut, AtBase(size));
            }

            return size is { IsFinite: true } ? new AxisClaim(AxisRole.Finite, AtBase(size)) : new AxisClaim(AxisRole.Free, null);
        }
    }

    /// <summary>A norm's shape may be a list: one axis for each of its numbers.</summary>
    public static bool HasOneAxis(Fan? size, FactoryCall call) => size is null || size.Arguments.All(argument =>
        call.Method.Parameters.ElementAtOrDefault(argument)?.Type is not IArrayTypeSymbol
        || (call.Lengths.TryGetValue(argument, out var count) && count == 1));

    private static long? AtBase(Fan size, FactoryCall call) =>
        size.Arguments.Any(argument => call.Method.Parameters.ElementAtOrDefault(argument)?.Type is INamedTypeSymbol { IsTupleType: true })
            ? null
            : AtBase(size.Of(call));

    /// <summary>The size at base widths of what is a product of widths: of anything else it says nothing about other widths.</summary>
    private static long? AtBase(Dimension? size) => size is { Ratio: not null, IsRough: false } ? size.AtBase : null;
}
