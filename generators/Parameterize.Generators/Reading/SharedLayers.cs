using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Reading;

/// <summary>
/// Layers that a class holds at several places, as in a field and in a Sequential: each tensor is one and has one row. What is called
/// without a multiplier at one of its places takes the gauge without at all of them.
/// </summary>
internal static class SharedLayers
{
    /// <summary>The same parts, as far as they are called alike everywhere.</summary>
    public static IReadOnlyList<(LayerMember Member, Value? Value)> Settle(
        ReadingContext context, IReadOnlyList<(LayerMember Member, Value? Value)> parts)
    {
        var bare = parts.Where(part => part.Member is { Form: LayerForm.Module, Step: not null }).ToArray();
        return bare.Length == 0 ? parts : parts.Select(part => Settled(part.Member, part.Value)).ToArray();

        (LayerMember, Value?) Settled(LayerMember member, Value? value)
        {
            if (member is not { Form: LayerForm.Module, Step: null } || member.Multiplied == MultiplierPlace.Folded
                || bare.FirstOrDefault(other => AreOne(other.Value, value)) is not { Member: { } holder })
            {
                return (member, value);
            }

            if (member.Container != Container.None)
            {
                Report($"holds layers that '{holder.Symbol.Name}' holds too, which calls them without their multipliers");
                return (member, value);
            }

            if (member.Attribute?.NamedArguments.Length > 0
                && parts.TakeWhile(part => part.Member != member).Any(part => part.Member == holder))
            {
                Report($"is a layer that '{holder.Symbol.Name}' holds too, in front of it, and does not know of its attribute's settings");
            }

            return (member with { Step = StepSpec.Itself(member.Type.Name) }, value);

            void Report(string what) => context.Report(
                Descriptors.UnknownModule, member.Location, member.Symbol.Name, what, "hold it in one of the two");
        }
    }

    /// <summary>Whether some layer or model is surely held at two places.</summary>
    public static bool AreIn(IReadOnlyList<(LayerMember Member, Value? Value)> parts)
    {
        var made = parts.SelectMany(static part => Made(part.Value)).ToArray();
        return made.Distinct().Count() < made.Length;
    }

    private static bool AreOne(Value? one, Value? other) => Made(one).Intersect(Made(other)).Any();

    private static IEnumerable<object> Made(Value? value) => value?.Calls.Select(static call => call.Made).Distinct() ?? [];
}
