using Microsoft.CodeAnalysis;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Rules;

namespace Parameterize.Generators.Reading;

/// <summary>
/// A model inside: its class, its options, and what grows, by the name of the parameter or of the property of an options object.
/// </summary>
/// <param name="Computed">The source of a size that it computes and that is no product of its widths; null if there is none.</param>
/// <param name="Explicit">A member with exponents of its own; null if there is none.</param>
/// <param name="LeavesOptionsOut">Whether it can be read only as if numbers were left out whose defaults say that there are none.</param>
internal sealed record InnerModel(
    INamedTypeSymbol Type, ScalingOptions Options, IReadOnlyList<(string Name, WidthSpec Spec)> Growing, Lazy<string?> Computed,
    string? Explicit, Lazy<bool> LeavesOptionsOut);

/// <summary>
/// Reads a member that holds models of the user's own. Such a model scales itself; what is read here is that both have the same dial, and
/// what the inner model's widths are in terms of the outer one's.
/// </summary>
internal sealed class NestedReader(ReadingContext context, ScalingOptions options, IReadOnlyList<string> widthSymbols)
{
    private readonly Dictionary<INamedTypeSymbol, InnerModel> _inners = new(SymbolEqualityComparer.Default);

    // The classes whose computed sizes are being looked for: one may hold another of its own.
    private readonly HashSet<INamedTypeSymbol> _asked = new(SymbolEqualityComparer.Default);

    public LayerSpec? Read(LayerMember member, Value? built)
    {
        var calls = built?.Calls ?? [];
        if ((calls.Count == 0 && LayerMembers.IsGeneral(member.Type)) || (!calls.Any(IsOfModel) && IsOfUnknown(member, built)))
        {
            // Which module it is, only the caller knows, or the library that makes it.
            if (Inside(built?.Holding) is { } plain)
            {
                UnknownModule.Report(context, member.Location, member.Symbol.Name, plain, isInside: true);
            }
            else
            {
                UnknownModule.Report(
                    context, member.Location, member.Symbol.Name, member.Type, IsHandedIn(built), unseen: built?.Unseen);
            }

            return null;
        }

        if (calls.FirstOrDefault(call => !IsOfModel(call)) is { } layer)
        {
            if (!calls.Any(IsOfModel))
            {
                UnknownModule.Report(
                    context, member.Location, member.Symbol.Name, Inside(built?.Holding) ?? member.Type,
                    isInside: Inside(built?.Holding) is not null, unseen: built?.Unseen);
                return null;
            }

            var other = layer.Method.MethodKind == MethodKind.Constructor ? layer.Method.ContainingType.Name : layer.Method.Name;
            context.Report(Descriptors.UnknownModule, member.Location, member.Symbol.Name,
                $"holds models of your own and a {other} beside them",
                $"hold the {other} in a member of its own, or inside of one of the models");
            return null;
        }

        var inners = calls.Select(call => call.Method.ContainingType)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Select(Read)
            .ToArray();
        var widths = new NestedWidthReader(context, member, widthSymbols);
        var isRight = true;
        foreach (var model in inners)
        {
            var own = calls.Where(call => SymbolEqualityComparer.Default.Equals(model.Type, call.Method.ContainingType)).ToArray();
            isRight &= own.All(call => IsRight(member, model, call)) && (options.Baseline || widths.Read(model, own));
        }

        if (isRight && built?.Unseen is { } unseen && !options.Baseline)
        {
            isRight = false;
            context.Report(
                Descriptors.NestedDisagrees,
                member.Location,
                member.Symbol.Name,
                inners.FirstOrDefault()?.Type.Name ?? member.Type.Name,
                context.Type.Name,
                $"what it is built with is not known, because '{SizeNames.Shortened(unseen.Expression)}' {unseen.Cause}",
                "build it in the constructor, one after the other");
        }

        if (!isRight)
        {
            return null;
        }

        var inner = member.Type switch
        {
            INamedTypeSymbol declared when declared.Has(WellKnownNames.ParameterizeAttribute) =>
                inners.FirstOrDefault(model => SymbolEqualityComparer.Default.Equals(model.Type, declared)) ?? Read(declared),
            _ => inners.Length == 1 ? inners[0] : null,
        };
        return new LayerSpec(
            Literal.Identifier(member.Symbol.Name),
            LayerBuilder.RegisteredName(member),
            ForwardName: "",
            LayerForm.Nested,
            MultiplierPlace.Folded,
            DefaultDraw.None,
            member.Container,
            InitSpec.Default,
            Array.Empty<TensorSpec>().ToEquatableArray())
        {
            Step = member.Step,
            Place = member.Place,
            Root = LayerBuilder.RootOf(member),
            Holder = member.Holder,
            IsOptional = member.IsOptional,
            IsRegisteredByHand = member.RegisteredByHand is not null,
            NestedWidths = widths.All.ToEquatableArray(),
            Nested = inner is null || inner.Type.IsGenericType
                ? null
                : new NestedSpec(
                    inner.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), Symbols(widths.All),
                    IsOfThisAssembly(inner.Type)),
        };
    }

    /// <summary>The class of a module of the user's own, without the attribute, that a container holds.</summary>
    private static ITypeSymbol? Inside(Holding? holding) => holding?.Inside?.All
        .Select(static content => content.Value.Things.Select(static thing => thing.Type).FirstOrDefault(IsPlain)
            ?? Inside(content.Value.Holding))
        .FirstOrDefault(static type => type is not null);

    private static bool IsPlain(ITypeSymbol? type) =>
        type is not null && type.IsSourced() && Held.IsModule(type) && !Held.HasNoTensors(type);

    /// <summary>Whether it is what the constructor is given, or made of that.</summary>
    private static bool IsHandedIn(Value? built) =>
        built is { Calls.Count: 0, Things.Count: > 0 } && built.Things.All(static thing => thing.Kind == ThingKind.Handed);

    private static bool IsOfModel(FactoryCall call) => call.Method.ContainingType.Has(WellKnownNames.ParameterizeAttribute);

    /// <summary>Whether a sequence is made elsewhere, or has something in it that is.</summary>
    private static bool IsOfUnknown(LayerMember member, Value? built) =>
        member.Container == Container.None && LayerMembers.IsOpen(member.Type) && !IsKnown(built?.Holding);

    private static bool IsKnown(Holding? holding) =>
        holding is { IsKnown: true } && (holding.Inside is not { } inside || inside.All.All(content => IsKnown(content.Value.Holding)));

    private bool IsOfThisAssembly(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Compilation.Assembly);

    /// <summary>What an inner class says, read once for all members; what is wrong with it is reported where it is read itself.</summary>
    private InnerModel Read(INamedTypeSymbol type)
    {
        if (_inners.TryGetValue(type, out var known))
        {
            return known;
        }

        var silent = new ReadingContext(
            type, type.Attribute(WellKnownNames.ParameterizeAttribute)!, context.Compilation, context.Cancellation);
        var parameters = AnnotatedParameters.Read(silent);
        var reader = new OptionsReader(silent);
        var own = reader.Read(parameters.Richness, parameters.Gamma);
        var growing = WidthReader.Read(silent, parameters.Growing, reader);
        return _inners[type] = new InnerModel(
            type,
            own,
            parameters.Growing.Zip(growing, (parameter, spec) => (NameOf(parameter.Symbol), spec)).ToArray(),
            new(() => ComputedIn(silent, parameters, growing)),
            type.SelfAndBases()
                .SelectMany(current => current.GetMembers())
                .FirstOrDefault(member => member.Has(WellKnownNames.ExponentsAttribute))?.Name,
            new(() => ModelReader.Read(silent.Anew()).Model.LeavesOptionsOut));

        static string NameOf(ISymbol symbol) => symbol is IPropertySymbol ? symbol.ToDisplayString() : symbol.Name;
    }

    /// <summary>A size that a class computes, or one that a model inside of it does, which has another base where this one has.</summary>
    private string? ComputedIn(ReadingContext silent, AnnotatedParameters parameters, IReadOnlyList<WidthSpec> growing)
    {
        if (_asked.Contains(silent.Type))
        {
            return null;
        }

        _asked.Add(silent.Type);
        var built = BuiltClass.Read(silent, parameters, growing);
        var computed = built.Computed.FirstOrDefault()?.Expression ?? built.Parts
            .Where(static part => part.Member.Form == LayerForm.Nested)
            .SelectMany(static part => part.Value?.Calls ?? [])
            .Where(static call => IsOfModel(call) && call.Method.Parameters.Any(parameter =>
                GrowingParameter.IsSize(parameter) && !call.Dimension(parameter.Ordinal).IsFinite))
            .Select(static call => call.Method.ContainingType)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Where(type => !_asked.Contains(type))
            .Select(type => Read(type).Computed.Value)
            .FirstOrDefault(static size => size is not null);
        _asked.Remove(silent.Type);
        return computed;
    }

    private bool IsRight(LayerMember member, InnerModel inner, FactoryCall call)
    {
        if (Disagreement(inner.Options) is { } disagreement)
        {
            context.Report(
                Descriptors.NestedDisagrees,
                member.Location,
                member.Symbol.Name,
                inner.Type.Name,
                context.Type.Name,
                disagreement,
                "give both the same options, or set them once for the assembly");
            return false;
        }

        foreach (var parameter in call.Method.Parameters.Where(parameter =>
            IsPlain(parameter, inner) && !call.Dimension(parameter.Ordinal).IsFinite))
        {
            if (new PlainSizes(context).Reaches(call.Method, parameter))
            {
                context.Report(
                    Descriptors.NestedDisagrees,
                    NestedWidthReader.LocationOf(member, call, parameter),
                    member.Symbol.Name,
                    inner.Type.Name,
                    context.Type.Name,
                    $"its {parameter.Name} is a layer's size that {Growth(call.Dimension(parameter.Ordinal))} here, "
                        + "and no [Width] there says so",
                    parameter.HasExplicitDefaultValue
                        ? "make the parameter a [Width] without a default, or let the inner model compute it from its own width"
                        : "mark the parameter [Width], or let the inner model compute it from its own width");
                return false;
            }
        }

        if (call.Method.Parameters.FirstOrDefault(parameter => IsPlain(parameter, inner) && IsGiven(parameter, call)) is { } given
            && inner.LeavesOptionsOut.Value)
        {
            context.Report(
                Descriptors.NestedDisagrees,
                NestedWidthReader.LocationOf(member, call, given),
                member.Symbol.Name,
                inner.Type.Name,
                context.Type.Name,
                $"its {given.Name} is given here, and it scales as if that were left out",
                $"leave it out, or mark it [Width] in '{inner.Type.Name}', with no default");
            return false;
        }

        return true;
    }

    /// <summary>Whether it is a number by which others are computed where it is left out, and here it is not.</summary>
    private static bool IsGiven(IParameterSymbol parameter, FactoryCall call) => Evaluator.MayBeLeftOut(parameter)
        && call.Given.Contains(parameter.Ordinal)
        && call.Dimension(parameter.Ordinal) is { IsFinite: true, AtBase: > 0 };

    private static string Growth(Dimension size)
    {
        if (size.Ratio is not null)
        {
            return "grows";
        }

        return size.Doubt is { } doubt ? $"may grow ('{SizeNames.Shortened(doubt.Expression)}' {doubt.Reason})" : "may grow";
    }

    /// <summary>Whether it is a number that the inner model takes for one that does not grow.</summary>
    private static bool IsPlain(IParameterSymbol parameter, InnerModel inner) => Evaluator.IsNumber(parameter.Type)
        && inner.Growing.All(number => number.Name != parameter.Name)
        && !parameter.Has(WellKnownNames.RichnessAttribute)
        && !parameter.Has(WellKnownNames.GammaAttribute);

    private string? Disagreement(ScalingOptions inner)
    {
        if (options.Baseline != inner.Baseline)
        {
            return "one is a baseline, the other is not";
        }

        if (options.Gauge != inner.Gauge)
        {
            return $"its gauge is {inner.Gauge}, not {options.Gauge}";
        }

        if (options.Richness is { } outerRichness && inner.Richness is { } innerRichness && outerRichness != innerRichness)
        {
            return $"its richness is {innerRichness}, not {outerRichness}";
        }

        if (options.Richness is null && inner.Richness is not null)
        {
            return $"its richness is the constant {inner.Richness}, that of the outer one is set at run time";
        }

        if (options.Gamma is { } outerGamma && inner.Gamma is { } innerGamma && outerGamma != innerGamma)
        {
            return $"its gamma is {Literal.Short(innerGamma)}, not {Literal.Short(outerGamma)}";
        }

        return options.DepthExponent != inner.DepthExponent
            ? $"its depth exponent is {inner.DepthExponent}, not {options.DepthExponent}"
            : null;
    }

    /// <summary>
    /// What the inner model's symbols are in the outer one's, where they are others; all, where one does not grow: then another one is n.
    /// </summary>
    private static string Symbols(IReadOnlyList<NestedWidth> widths) => string.Join(", ", widths
        .Where(width => width.Ratio.ToString() != width.Symbol || widths.Any(other => other.IsFinite))
        .Select(width => $"{width.Symbol} = {width.Ratio}"));
}
