using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Parsing;

/// <summary>A C# expression of an axis of a tensor, which shows a size at run time.</summary>
/// <param name="Expression">The expression; of a layer that may be missing, the size at base widths if it is.</param>
/// <param name="Size">What the constructor makes the axis.</param>
/// <param name="IsOfWidths">
/// Whether a width is read off it: the weight of a layer that is there. A computed size is read off any tensor that has it, and one that none
/// has needs no ratio.
/// </param>
internal sealed record Witness(string Expression, Dimension Size, bool IsOfWidths);

/// <summary>The axes of a member's tensors by which sizes can be told.</summary>
internal static class Witnesses
{
    public static IEnumerable<Witness> Of(LayerMember member, Value? value)
    {
        if (member.Form == LayerForm.Parameter)
        {
            return member is { Container: Container.None, IsOptional: false } && value?.Shape is { } sizes
                ? sizes.Select((size, axis) => new Witness($"{member.Access}.shape[{Literal.Of(axis)}]", size, IsOfWidths: false)) : [];
        }

        if (member.Shape is not { } shape || value is null || FanReader.CallsOf(member, value) is not { Count: > 0 } calls || calls.Count != value.Calls.Count)
        {
            return [];
        }

        var isSure = member is { Container: Container.None, IsOptional: false } && calls.Count == 1;
        var weight = $"weight{(shape.WeightMayBeNull || shape.IsNorm ? "!" : "")}";
        return Axes(shape, calls)
            .Select(axis => (axis.Axis, Size: FanReader.AgreedSize(calls, axis.Fan)))
            .Where(static axis => axis.Size is not null)
            .Select(axis => new Witness(Expression(axis.Axis, axis.Size!), axis.Size!, isSure && shape.Axes is not null));

        string Expression(int axis, Dimension size)
        {
            var element = $"{weight}.shape[{Literal.Of(axis)}]";
            var otherwise = Literal.Of(size.AtBase ?? 0);
            return member.Container == Container.None
                ? member.IsOptional ? $"({member.Access}?.{element} ?? {otherwise})" : $"{member.Access}.{element}"
                : $"({member.Access} is {{ {(member.Container == Container.Array ? "Length" : "Count")}: > 0 }} ? {member.Access}[0]{(member.IsOptional ? "!" : "")}.{element} : {otherwise})";
        }
    }

    private static IEnumerable<(int Axis, Fan Fan)> Axes(LayerShape shape, IReadOnlyList<FactoryCall> calls)
    {
        if (shape.Axes is { } axes)
        {
            yield return (axes.FanOut, shape.Weight.FanOut);
            if (axes.FanIn is { } fanIn)
            {
                yield return (fanIn, shape.Weight.FanIn!);
            }
        }
        else if (shape.Name.Contains("Norm") && shape.Weight.PresenceIn(calls) == TensorPresence.Always
            && calls.All(call => ShapeReader.HasOneAxis(shape.Weight.FanOut, call)))
        {
            yield return (0, shape.Weight.FanOut);
        }
    }
}
