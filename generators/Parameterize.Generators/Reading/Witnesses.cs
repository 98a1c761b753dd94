using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Reading;

/// <summary>A C# expression of an axis of a tensor, which shows a size at run time.</summary>
/// <param name="Expression">The expression; of a layer that may be missing, the size at base widths if it is.</param>
/// <param name="Size">What the constructor makes the axis.</param>
/// <param name="IsOfWidths">
/// Whether a width is read off it: the weight of a layer that is there. A computed size is read off any tensor that has it, and one that
/// none has needs no ratio.
/// </param>
internal sealed record Witness(string Expression, Dimension Size, bool IsOfWidths);

/// <summary>The axes of a member's tensors by which sizes can be told.</summary>
internal static class Witnesses
{
    public static IEnumerable<Witness> Of(LayerMember member, Value? value)
    {
        if (member.Place is not null || member.Step is { IsCertain: false })
        {
            // Which layer it is, only the length of what holds it tells.
            return [];
        }

        if (member.Form == LayerForm.Parameter)
        {
            return member is { Container: Container.None, IsOptional: false } && value?.Shape is { } sizes
                ? sizes.Select((size, axis) => new Witness($"{member.Access}.shape[{Literal.Of(axis)}]", size, IsOfWidths: false)) : [];
        }

        if (member.Shape is not { } shape || value is null || FanReader.CallsOf(member, value) is not { Count: > 0 } calls
            || calls.Count != value.Calls.Count)
        {
            return [];
        }

        var isSure = member is { Container: Container.None, IsOptional: false } && calls.Count == 1;
        return (shape.Axes is null ? Others(shape, calls) : OfWeight(shape, calls))
            .Where(static axis => axis.Size is not null)
            .Select(axis => new Witness(Expression(axis.Tensor, axis.Axis, axis.Size!), axis.Size!, isSure && shape.Axes is not null));

        string Expression(string tensor, int axis, Dimension size)
        {
            var (element, otherwise) = ($"{tensor}.shape[{Literal.Of(axis)}]", Literal.Of(size.AtBase ?? 0));
            var count = member.Container == Container.Array ? "Length" : "Count";
            if (member.Container != Container.None)
            {
                return $"({member.Access} is {{ {count}: > 0 }} ? {member.Access}[0]{(member.IsOptional ? "!" : "")}.{element} : {otherwise})";
            }

            return member.IsOptional ? $"({member.Access}?.{element} ?? {otherwise})" : $"{member.Access}.{element}";
        }
    }

    private static IEnumerable<(string Tensor, int Axis, Dimension? Size)> OfWeight(LayerShape shape, IReadOnlyList<FactoryCall> calls)
    {
        var weight = $"weight{(shape.WeightMayBeNull ? "!" : "")}";
        var (fanIn, fanOut) = shape.Axes!.Value;
        yield return (weight, fanOut, FanReader.AgreedSize(calls, shape.Weight.FanOut));
        if (fanIn is { } axis)
        {
            yield return (weight, axis, FanReader.AgreedSize(calls, shape.Weight.FanIn!));
        }
    }

    /// <summary>The axes of tensors that TorchSharp has no property for, or one that may be null.</summary>
    private static IEnumerable<(string Tensor, int Axis, Dimension? Size)> Others(LayerShape shape, IReadOnlyList<FactoryCall> calls) =>
        shape.Tensors
            .Where(tensor => tensor.PresenceIn(calls) == TensorPresence.Always && !tensor.Name.Contains('*') && !tensor.Name.Contains('.'))
            .Where(tensor => calls.All(call => tensor.Axes.All(axis => ShapeReader.HasOneAxis(axis.Size, call))))
            .SelectMany(tensor => tensor.Axes.Select((axis, index) => (
                $"get_parameter({Literal.Of(tensor.Name)})!",
                index,
                axis.Size is { } fan && FanReader.AgreedSize(calls, fan) is { } size ? size * Finite.Constant(axis.Times) : null)));
}
