using Microsoft.CodeAnalysis;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling;

namespace Parameterize.Generators.Parsing;

/// <summary>
/// Reads a member that holds models of the user's own. Such a model scales itself; what is checked here is that both mean the same: the
/// same dial, and a base of the inner model that is the inner model's width at the outer one's base.
/// </summary>
internal sealed class NestedReader(ReadingContext context, ScalingOptions options)
{
    public LayerSpec? Read(LayerMember member, Value? built)
    {
        var calls = built?.Calls ?? [];
        if (calls.FirstOrDefault(call => !call.Method.ContainingType.Has(WellKnownNames.ParameterizeAttribute)) is { } plain)
        {
            var type = member.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            context.Report(Descriptors.UnknownModule, member.Location, member.Symbol.Name, $"{type} with a {plain.Method.Name} inside");
            return null;
        }

        foreach (var call in calls)
        {
            Check(member, call);
        }

        var inner = member.Type as INamedTypeSymbol is { } own && own.Has(WellKnownNames.ParameterizeAttribute) ? own
            : calls.Select(call => call.Method.ContainingType).Distinct(SymbolEqualityComparer.Default).Count() == 1 ? calls[0].Method.ContainingType
            : null;
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
            Nested = inner is null || inner.IsGenericType
                ? null
                : new NestedSpec(inner.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), Symbols(inner, calls)),
        };
    }

    /// <summary>The inner model's growing numbers with their symbols, by parameter name.</summary>
    private IReadOnlyList<(GrowingParameter Parameter, WidthSpec Spec)> Growing(INamedTypeSymbol inner)
    {
        var silent = new ReadingContext(inner, inner.Attribute(WellKnownNames.ParameterizeAttribute)!, context.Compilation, context.Cancellation);
        var parameters = AnnotatedParameters.Of(silent).Growing;
        return parameters.Zip(WidthReader.Read(silent, parameters, new OptionsReader(silent)), (parameter, spec) => (parameter, spec)).ToArray();
    }

    private void Check(LayerMember member, FactoryCall call)
    {
        var inner = call.Method.ContainingType;
        var attribute = inner.Attribute(WellKnownNames.ParameterizeAttribute)!;
        var silent = new ReadingContext(inner, attribute, context.Compilation, context.Cancellation);
        var parameters = AnnotatedParameters.Of(silent);
        var own = new OptionsReader(silent).Read(parameters.Richness, parameters.Gamma);
        if (Disagreement(own) is { } disagreement)
        {
            context.Report(Descriptors.NestedDisagrees, member.Location, member.Symbol.Name, inner.Name, context.Type.Name, disagreement);
            return;
        }

        foreach (var (parameter, spec) in Growing(inner))
        {
            var ordinal = call.Method.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Symbol.Name)?.Ordinal;
            if (ordinal is { } index && call.Dimension(index) is { Ratio: not null, AtBase: { } atBase } && atBase != spec.Base)
            {
                context.Report(
                    Descriptors.NestedDisagrees,
                    member.Location,
                    member.Symbol.Name,
                    inner.Name,
                    context.Type.Name,
                    $"its {spec.Parameter} has base {Literal.Of(spec.Base)} and is {Literal.Of(atBase)} at the base of '{context.Type.Name}'");
            }
        }
    }

    private string? Disagreement(ScalingOptions inner) =>
        options.Baseline != inner.Baseline ? "one is a baseline, the other is not"
        : options.Gauge != inner.Gauge ? $"its gauge is {inner.Gauge}, not {options.Gauge}"
        : options.Richness is { } outerRichness && inner.Richness is { } innerRichness && outerRichness != innerRichness
            ? $"its richness is {innerRichness}, not {outerRichness}"
        : options.Richness is null && inner.Richness is not null ? $"its richness is the constant {inner.Richness}, that of the outer one is set at run time"
        : options.Gamma is { } outerGamma && inner.Gamma is { } innerGamma && outerGamma != innerGamma
            ? $"its gamma is {Literal.Short(innerGamma)}, not {Literal.Short(outerGamma)}"
        : options.DepthExponent != inner.DepthExponent ? $"its depth exponent is {inner.DepthExponent}, not {options.DepthExponent}"
        : null;

    /// <summary>How an argument grows; null where it is only handed through, a parameter of which this class says nothing.</summary>
    private static Factor? RatioOf(FactoryCall call, GrowingParameter parameter) =>
        call.Method.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Symbol.Name)?.Ordinal is { } index
        && call.Dimension(index) is { Ratio: { } ratio } dimension && !(ratio.IsOne && dimension.AtBase is null)
            ? ratio
            : null;

    /// <summary>What the inner model's symbols are in the outer one's.</summary>
    private string Symbols(INamedTypeSymbol inner, IReadOnlyList<FactoryCall> calls)
    {
        var pairs = Growing(inner).Select(growing =>
        {
            var ratios = calls.Select(call => RatioOf(call, growing.Parameter)).Distinct().ToArray();
            return ratios.Length == 1 && ratios[0] is { } ratio ? (growing.Spec.Symbol, Ratio: ratio.ToString()) : (growing.Spec.Symbol, Ratio: growing.Spec.Symbol);
        });
        return string.Join(", ", pairs.Where(pair => pair.Symbol != pair.Ratio).Select(pair => $"{pair.Symbol} = {pair.Ratio}"));
    }
}
