using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

        var inners = calls.Select(call => call.Method.ContainingType)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Select(Read)
            .ToArray();
        foreach (var call in calls)
        {
            Check(member, inners.First(model => SymbolEqualityComparer.Default.Equals(model.Type, call.Method.ContainingType)), call);
        }

        var inner = member.Type is INamedTypeSymbol own && own.Has(WellKnownNames.ParameterizeAttribute)
            ? inners.FirstOrDefault(model => SymbolEqualityComparer.Default.Equals(model.Type, own)) ?? Read(own)
            : inners.Length == 1 ? inners[0] : null;
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
            IsOptional = member.IsOptional,
            IsRegisteredByHand = member.RegisteredByHand is not null,
            Nested = inner is null || inner.Type.IsGenericType
                ? null
                : new NestedSpec(inner.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), Symbols(inner, calls), IsOfThisAssembly(inner.Type)),
        };
    }

    private bool IsOfThisAssembly(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Compilation.Assembly);

    /// <summary>What an inner class says; what is wrong with it is reported where it is read itself.</summary>
    private InnerModel Read(INamedTypeSymbol type)
    {
        var silent = new ReadingContext(type, type.Attribute(WellKnownNames.ParameterizeAttribute)!, context.Compilation, context.Cancellation);
        var parameters = AnnotatedParameters.Of(silent);
        var reader = new OptionsReader(silent);
        return new InnerModel(
            type,
            reader.Read(parameters.Richness, parameters.Gamma),
            parameters.Growing.Zip(WidthReader.Read(silent, parameters.Growing, reader), (parameter, spec) => (parameter.Symbol.Name, spec)).ToArray());
    }

    private void Check(LayerMember member, InnerModel inner, FactoryCall call)
    {
        if (Disagreement(inner.Options) is { } disagreement)
        {
            Report(disagreement);
            return;
        }

        foreach (var parameter in call.Method.Parameters.Where(parameter => IsPlain(parameter, inner) && !call.Dimension(parameter.Ordinal).IsFinite))
        {
            if (new PlainSizes(context).Reaches(call.Method, parameter))
            {
                context.Report(
                    Descriptors.NestedDisagrees,
                    LocationOf(member, call, parameter),
                    member.Symbol.Name,
                    inner.Type.Name,
                    context.Type.Name,
                    $"its {parameter.Name} is a layer's size that {(call.Dimension(parameter.Ordinal).Ratio is null ? "may grow" : "grows")} here, "
                        + "and no [Width] there says so");
                return;
            }
        }

        foreach (var (name, spec) in inner.Growing)
        {
            if (Argument(call, name) is { Ratio: not null, AtBase: { } atBase } && atBase != spec.Base)
            {
                Report($"its {spec.Parameter} has base {Literal.Of(spec.Base)} and is {Literal.Of(atBase)} at the base of '{context.Type.Name}'");
            }
        }

        void Report(string what) => context.Report(
            Descriptors.NestedDisagrees, member.Location, member.Symbol.Name, inner.Type.Name, context.Type.Name, what);
    }

    /// <summary>Whether it is a number that the inner model takes for one that does not grow.</summary>
    private static bool IsPlain(IParameterSymbol parameter, InnerModel inner) => Evaluator.IsNumber(parameter.Type)
        && inner.Growing.All(number => number.Name != parameter.Name)
        && !parameter.Has(WellKnownNames.RichnessAttribute)
        && !parameter.Has(WellKnownNames.GammaAttribute);

    /// <summary>The argument, if it is written out in the member's own file.</summary>
    private static Location LocationOf(LayerMember member, FactoryCall call, IParameterSymbol parameter)
    {
        var arguments = (call.Syntax as BaseObjectCreationExpressionSyntax)?.ArgumentList?.Arguments.ToArray() ?? [];
        var argument = arguments.FirstOrDefault(candidate => candidate.NameColon?.Name.Identifier.ValueText == parameter.Name)
            ?? (arguments.ElementAtOrDefault(parameter.Ordinal) is { NameColon: null } inOrder ? inOrder : null);
        return argument is not null && argument.SyntaxTree == member.Location.SourceTree ? argument.Expression.GetLocation() : member.Location;
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

    private static Dimension? Argument(FactoryCall call, string parameter) =>
        call.Method.Parameters.FirstOrDefault(candidate => candidate.Name == parameter) is { Ordinal: var index } ? call.Dimension(index) : null;

    /// <summary>How an argument grows; null where it is only handed through, a parameter of which this class says nothing.</summary>
    private static Factor? RatioOf(FactoryCall call, string parameter) =>
        Argument(call, parameter) is { Ratio: { } ratio } dimension && !(ratio.IsOne && dimension.AtBase is null) ? ratio : null;

    /// <summary>What the inner model's symbols are in the outer one's, where they are others.</summary>
    private static string Symbols(InnerModel inner, IReadOnlyList<FactoryCall> calls) => string.Join(", ", inner.Growing
        .Select(number => (number.Spec.Symbol, Ratios: calls.Select(call => RatioOf(call, number.Name)).Distinct().ToArray()))
        .Where(number => number.Ratios.Length == 1 && number.Ratios[0] is { } ratio && ratio.ToString() != number.Symbol)
        .Select(number => $"{number.Symbol} = {number.Ratios[0]}"));

    /// <summary>A model inside: its class, its options, and what grows, by parameter name.</summary>
    private sealed record InnerModel(INamedTypeSymbol Type, ScalingOptions Options, IReadOnlyList<(string Name, WidthSpec Spec)> Growing);
}
