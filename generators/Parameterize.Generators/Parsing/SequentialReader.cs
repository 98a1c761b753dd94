using Microsoft.CodeAnalysis;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Parsing;

/// <summary>
/// Takes a Sequential apart whose modules the constructor shows: each is a member of the class then, under the name that it has there.
/// A sequence calls its modules itself, so there is no place for a forward multiplier: such layers take the gauge without one.
/// </summary>
internal static class SequentialReader
{
    public static IEnumerable<(LayerMember Member, Value? Value)> Expand(LayerMember member, Value? value) =>
        member is { Form: LayerForm.Nested, Container: Container.None }
        && member.Type.Is(WellKnownNames.Sequential)
        && !member.Symbol.Has(WellKnownNames.ExponentsAttribute)
        && Steps(member, value, "", []) is { } steps
            ? steps
            : [(member, value)];

    /// <summary>The modules that have tensors, in order; null if it cannot be told which they are.</summary>
    private static IReadOnlyList<(LayerMember Member, Value? Value)>? Steps(LayerMember sequence, Value? value, string prefix, IReadOnlyList<int> path)
    {
        if (value?.Steps is not { } steps)
        {
            return null;
        }

        var layers = new List<(LayerMember, Value?)>();
        foreach (var (step, index) in steps.Select((step, index) => (step, index)))
        {
            int[] indices = [.. path, index];
            var inner = step.Value.Steps is null ? Layer(sequence, step, prefix, indices) : Steps(sequence, step.Value, prefix + step.Name + ".", indices);
            if (inner is null)
            {
                return null;
            }

            layers.AddRange(inner);
        }

        return layers;
    }

    /// <summary>None for a module without tensors; null for one that may be of several kinds.</summary>
    private static IReadOnlyList<(LayerMember Member, Value? Value)>? Layer(LayerMember sequence, SequenceStep step, string prefix, int[] indices)
    {
        var types = step.Value.Calls
            .Select(call => call.Method.MethodKind == MethodKind.Constructor ? call.Method.ContainingType : call.Method.ReturnType)
            .Distinct(SymbolEqualityComparer.Default)
            .OfType<ITypeSymbol>()
            .ToArray();
        if (types.Length != 1)
        {
            return types.Length == 0 ? [] : null;
        }

        var form = LayerCatalogue.Of(types[0]) is null ? LayerForm.Nested : LayerForm.Module;
        var layer = new LayerMember(sequence.Symbol, form, types[0], Container.None, Declared: null, Attribute: null)
        {
            IsOptional = sequence.IsOptional,
            Step = new StepSpec(prefix + step.Name, indices.ToEquatableArray(), types[0].Name),
        };
        return [(layer, step.Value)];
    }
}
