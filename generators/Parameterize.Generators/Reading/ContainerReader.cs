using Microsoft.CodeAnalysis;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Reading;

/// <summary>
/// Takes apart what holds layers of several kinds: each is a member of the class then, under the name or place that it has there. Whether
/// it can be called with a forward multiplier depends on the declared type: one that says nothing of the layers, such as a Sequential or
/// a field of a general type, is called as it is, so that its layers take the gauge without.
/// </summary>
internal static class ContainerReader
{
    /// <summary>Most places of one member that are told apart.</summary>
    private const int MostPlaces = 64;

    public static IEnumerable<(LayerMember Member, Value? Value)> Expand(LayerMember member, Value? value)
    {
        if (value?.Holding is not { } holding || member.Symbol.Has(WellKnownNames.ExponentsAttribute))
        {
            return [(member, value)];
        }

        var parts = member switch
        {
            { Form: LayerForm.Nested } when LayerMembers.IsOpen(member.Type) => Open(member, holding),
            { Container: not Container.None, Declared: null, Shape: { } shape } =>
                PlaceReader.Expand(member, holding, calls => PlaceReader.Signature(calls, shape)),
            { Container: not Container.None, Form: LayerForm.Nested } => PlaceReader.Expand(member, holding, PlaceReader.OfModels),
            _ => null,
        };
        return parts is { Count: <= MostPlaces } && !AreMixed(parts)
            ? parts.Select(part => (WithOthers(part.Member, parts), part.Value))
            : [(member, value)];
    }

    /// <summary>Remembers that layers of other classes may be where it is, whose tensors may have the same names.</summary>
    private static LayerMember WithOthers(LayerMember layer, IReadOnlyList<(LayerMember Member, Value? Value)> all) =>
        layer.Step is not { IsCertain: false } step
            ? layer
            : layer with
            {
                Step = step with
                {
                    IsAmongOthers = all.Any(other =>
                        other.Member.Step is { } place && place.Type != step.Type && other.Member.Form == LayerForm.Module
                            && Meet(place.Name, step.Name)),
                },
            };

    /// <summary>Whether models of several classes may be at one place: each class has widths of its own.</summary>
    private static bool AreMixed(IReadOnlyList<(LayerMember Member, Value? Value)> all)
    {
        var models = all.Select(part => part.Member).Where(part => part.Form == LayerForm.Nested && part.Step is not null).ToArray();
        return models.Any(one => models.Any(other => !SymbolEqualityComparer.Default.Equals(one.Type, other.Type)
            && one.Step is { IsCertain: false } && Meet(one.Step.Name, other.Step!.Name)));
    }

    private static bool Meet(string pattern, string other) =>
        pattern.Split('.') is var a && other.Split('.') is var b && a.Length == b.Length
            && a.Zip(b, static (x, y) => x == y || IsPattern(x) || IsPattern(y)).All(static meets => meets);

    private static bool IsPattern(string segment) => segment.Length > 0 && segment[0] is '*' or '^';

    private static IReadOnlyList<(LayerMember Member, Value? Value)>? Open(LayerMember member, Holding holding)
    {
        if (member.Container == Container.None)
        {
            return Parts(member, holding, new Path("", [], IsCertain: true, IsGeneral(member)));
        }

        return holding is { IsKnown: true, Inside: { } inside } && member.Declared is null
            ? Elements(member, inside, new Path("", [], IsCertain: true, IsGeneral: false))
            : null;
    }

    /// <summary>The modules that have tensors, in order; null if it cannot be told which they are.</summary>
    private static IReadOnlyList<(LayerMember Member, Value? Value)>? Parts(LayerMember member, Holding? holding, Path path)
    {
        if (holding is not { IsKnown: true } || (member.Declared is not null && (holding.Inside is not null || path.Name.Length > 0)))
        {
            return null;
        }

        var certain = path with { IsCertain = path.IsCertain && holding.IsSole };
        var types = holding.Calls
            .GroupBy<FactoryCall, ITypeSymbol>(TypeOf, SymbolEqualityComparer.Default)
            .Select(group =>
                Layer(
                    member, (ITypeSymbol)group.Key!, group.ToArray(), certain,
                    isOnly: holding.Calls.All(call => SymbolEqualityComparer.Default.Equals(TypeOf(call), group.Key))))
            .ToArray();
        if (holding.Inside is not { } inside)
        {
            return types;
        }

        return Elements(member, inside, certain) is { } elements ? [.. types, .. elements] : null;
    }

    private static IReadOnlyList<(LayerMember Member, Value? Value)>? Elements(LayerMember member, Contents inside, Path path)
    {
        var layers = new List<(LayerMember, Value?)>();
        inside = Shortened(inside);
        foreach (var (content, index) in inside.All.Select((content, index) => (content, index)))
        {
            if (Parts(member, content.Value.Holding, path.Inside(inside, content, index)) is not { } parts)
            {
                return null;
            }

            layers.AddRange(parts);
        }

        return layers;
    }

    /// <summary>Without places whose layers are as those of their class behind them.</summary>
    private static Contents Shortened(Contents contents)
    {
        if (contents.Rest is not { Value: { Holding: { Inside: null } rest } any } || contents.Type == "ModuleDict")
        {
            return contents;
        }

        var front = contents.Front.Reverse().SkipWhile(IsAsRest).Reverse().ToArray();
        var among = contents.Front.Skip(front.Length).SelectMany(content => content.Value.Holding!.Calls);
        var all = rest with { Calls = [.. rest.Calls, .. among] };
        return contents with { Front = front, Rest = contents.Rest with { Value = any with { Holding = all } } };

        bool IsAsRest(Content content) => content.Value.Holding is { Inside: null, IsKnown: true } own && own.Calls
            .GroupBy<FactoryCall, ITypeSymbol>(TypeOf, SymbolEqualityComparer.Default)
            .All(group => LayerCatalogue.Of(group.Key!) is { } shape && Those(rest.Calls, group.Key!) is { Length: > 0 } others
                && PlaceReader.Signature(others, shape) == PlaceReader.Signature(group.ToArray(), shape));

        static FactoryCall[] Those(IReadOnlyList<FactoryCall> calls, ITypeSymbol type) =>
            calls.Where(call => SymbolEqualityComparer.Default.Equals(TypeOf(call), type)).ToArray();
    }

    /// <summary>Whether its declared type does not say that it has elements.</summary>
    private static bool IsGeneral(LayerMember member) => member.Container == Container.None && !member.Type.Is(WellKnownNames.Sequential);

    private static ITypeSymbol TypeOf(FactoryCall call) =>
        call.Method.MethodKind == MethodKind.Constructor ? call.Method.ContainingType : call.Method.ReturnType;

    private static (LayerMember Member, Value? Value) Layer(
        LayerMember member, ITypeSymbol type, FactoryCall[] calls, Path path, bool isOnly)
    {
        var form = LayerCatalogue.Of(type) is null ? LayerForm.Nested : LayerForm.Module;
        var layer = new LayerMember(member.Symbol, form, type, Container.None, member.Declared, member.Attribute)
        {
            Holder = member.Container,
            IsOptional = member.IsOptional,
            RegisteredByHand = member.RegisteredByHand,
            Step = new StepSpec(path.Name, path.Indices?.ToEquatableArray(), type.Name)
            {
                IsCertain = path.IsCertain && isOnly,
                IsGeneral = path.Indices is { Count: > 0 } && IsGeneral(member),
            },
        };
        return (layer, new Value(Finite.Opaque(null)) { Calls = calls });
    }

    /// <summary>Where something is, from the member on.</summary>
    /// <param name="Name">Its name there, with patterns for places that are not known.</param>
    /// <param name="Indices">Its numbers, container by container; null where generated code cannot reach it by such.</param>
    /// <param name="IsCertain">Whether it is surely there.</param>
    /// <param name="IsGeneral">Whether the member's declared type does not say that it has elements.</param>
    private sealed record Path(string Name, IReadOnlyList<int>? Indices, bool IsCertain, bool IsGeneral)
    {
        public Path Inside(Contents container, Content content, int index)
        {
            var isSequence = container.Type == "Sequential" || (Indices is { Count: 0 } && !IsGeneral && container.Type != "ModuleDict");
            var isReached = container.IsExact && IsCertain && isSequence && Indices is not null && !IsPattern(content.Name);
            return this with
            {
                Name = Name.Length == 0 ? content.Name : $"{Name}.{content.Name}",
                Indices = isReached ? [.. Indices!, index] : null,
                IsCertain = isReached,
            };
        }
    }
}
