using Microsoft.CodeAnalysis;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Reading;

/// <summary>A field or property that holds tensors, with its attribute.</summary>
/// <param name="Symbol">The field or property.</param>
/// <param name="Form">What it is, element-wise for a list.</param>
/// <param name="Type">Its type, element-wise for a list.</param>
/// <param name="Container">What holds it.</param>
/// <param name="Declared">The kind that its attribute says, if it has one.</param>
/// <param name="Attribute">That attribute.</param>
internal sealed record LayerMember(
    ISymbol Symbol, LayerForm Form, ITypeSymbol Type, Container Container, ParameterKind? Declared, AttributeData? Attribute)
{
    /// <summary>Its row of the catalogue; null for a bare parameter and for modules of the user's own.</summary>
    public LayerShape? Shape { get; } = Form == LayerForm.Module ? LayerCatalogue.Of(Type) : null;

    /// <summary>The name that the class registers it under itself; null where it leaves that to TorchSharp.</summary>
    public string? RegisteredByHand { get; init; }

    /// <summary>Its place, if its declared type, or that of what holds it, does not say what it is.</summary>
    public StepSpec? Step { get; init; }

    /// <summary>Its place in a list whose layers differ by that: <c>0</c>, <c>*</c> for those between, <c>^1</c> for the last.</summary>
    public string? Place { get; init; }

    /// <summary>What the member is, of which this may be a part.</summary>
    public Container Holder { get; init; } = Container;

    /// <summary>Where its multiplier goes.</summary>
    public MultiplierPlace Multiplied => Step is null ? Shape?.Multiplied ?? MultiplierPlace.Input : MultiplierPlace.Folded;

    /// <summary>How generated code reaches it.</summary>
    public string Access => LayerSpec.AccessTo(Literal.Identifier(Symbol.Name), Step, IsOptional);

    /// <summary>The name of the embedding that its attribute ties it to.</summary>
    public string? TiedTo => Attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == "TiedTo").Value.Value as string;

    /// <summary>Whether what it reads, being tied, carries that embedding, as far as its attribute says.</summary>
    public bool SeesEmbedding => Attribute.Argument<bool>("SeesEmbedding") != false;

    /// <summary>Whether it, or one of its elements, may be null, as declared or as built: a layer that is there or not.</summary>
    public bool IsOptional { get; init; } = LayerMembers.MayBeNull(Symbol);

    /// <summary>The same with what the constructor shows of it: a path that does not assign it.</summary>
    public LayerMember AsBuilt(Value? value) => this with { IsOptional = IsOptional || value is { MayBeNull: true, Calls.Count: > 0 } };

    public Location Location => Symbol.Locations[0];

    /// <summary>
    /// The axes of a bare parameter that its attribute names as its fans. Where it has a single axis, or one alone grows, an [Input] need
    /// not say that its outputs lie along it, nor an [Output] that its inputs do: there is nowhere else.
    /// </summary>
    public (int? FanIn, int? FanOut) AxesOf(IReadOnlyList<Dimension>? shape)
    {
        var (fanIn, fanOut) = (Axis("FanIn"), Axis("FanOut"));
        if (fanIn is not null || fanOut is not null || shape is null)
        {
            return (fanIn, fanOut);
        }

        var growing = Enumerable.Range(0, shape.Count).Where(axis => !shape[axis].IsFinite).ToArray();
        return (Declared, shape.Count, growing.Length) switch
        {
            (ParameterKind.Input, 1, _) => (null, 0),
            (ParameterKind.Input, _, 1) => (null, growing[0]),
            (ParameterKind.Output, _, 1) => (growing[0], null),
            _ => (null, null),
        };

        int? Axis(string name) => Attribute.Argument<int>(name) is >= 0 and var axis ? axis : null;
    }
}

/// <summary>Finds the members that hold tensors. Every one is found: what cannot be scaled is an error, never passed over.</summary>
internal static class MemberReader
{
    private static readonly (string Attribute, ParameterKind Kind)[] Kinds =
    [
        (WellKnownNames.InputAttribute, ParameterKind.Input),
        (WellKnownNames.HiddenAttribute, ParameterKind.Hidden),
        (WellKnownNames.OutputAttribute, ParameterKind.Output),
        (WellKnownNames.UnscaledAttribute, ParameterKind.Finite),
    ];

    public static IReadOnlyList<LayerMember> Read(ReadingContext context)
    {
        var byHand = HandRegistrations.Read(context);
        return LayerMembers.In(context.Type)
            .Select(member => Read(member, context))
            .OfType<LayerMember>()
            .GroupBy(member => member.Symbol.Name)
            .Select(twins => twins.First()) // two of one name are the compiler's error, or TorchSharp's when it registers them
            .Select(member => byHand.TryGetValue(member.Symbol.Name, out var name) ? member with { RegisteredByHand = name } : member)
            .ToArray();
    }

    private static LayerMember? Read(ISymbol member, ReadingContext context)
    {
        var attributes = Kinds.Where(kind => member.Has(kind.Attribute)).ToArray();
        var isExplicit = member.Has(WellKnownNames.ExponentsAttribute);
        var isUnscaled = attributes.Any(kind => kind.Kind == ParameterKind.Finite);
        if (attributes.Length > 1 || (isExplicit && isUnscaled))
        {
            var written = attributes.Select(kind => kind.Attribute)
                .Concat(isExplicit && isUnscaled ? [WellKnownNames.ExponentsAttribute] : []);
            var names = string.Join(" and ", written.Select(attribute => $"[{ShortName(attribute)}]"));
            context.Report(Descriptors.SeveralKinds, member.Locations[0], member.Name, names);
            return null;
        }

        ParameterKind? declared = attributes.Length == 1 ? attributes[0].Kind : null;
        var attribute = attributes.Length == 1 ? member.Attribute(attributes[0].Attribute) : null;
        var type = LayerMembers.TypeOf(member);
        var (element, container) = LayerMembers.Element(type);
        if (declared != ParameterKind.Finite && ReachReader.IsOutOfReach(member, type, element, context))
        {
            return null;
        }

        if (FormOf(element) is { } form
            && (form != LayerForm.Nested || declared is null
                || (declared != ParameterKind.Finite && container == Container.None && LayerMembers.IsGeneral(element))))
        {
            return new LayerMember(member, form, element, container, declared, attribute);
        }

        var isModule = Held.IsModule(element);
        if (declared == ParameterKind.Finite && isModule)
        {
            return new LayerMember(member, LayerForm.Other, element, container, declared, attribute);
        }

        if (declared == ParameterKind.Finite && Held.HoldsTensors(type))
        {
            return null;
        }

        if (declared is not null || isExplicit || (isModule && !Held.HasNoTensors(element)))
        {
            UnknownModule.Report(context, member.Locations[0], member.Name, element);
        }

        return null;
    }

    private static LayerForm? FormOf(ITypeSymbol type)
    {
        if (LayerCatalogue.Of(type) is not null)
        {
            return LayerForm.Module;
        }

        if (type.Is(WellKnownNames.Parameter))
        {
            return LayerForm.Parameter;
        }

        return type.Has(WellKnownNames.ParameterizeAttribute) || LayerMembers.IsOpen(type) ? LayerForm.Nested : null;
    }

    private static string ShortName(string attribute) => attribute.Split('.').Last().Replace("Attribute", "");
}
