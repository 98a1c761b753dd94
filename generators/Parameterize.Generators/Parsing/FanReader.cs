using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Model;
using Parameterize.Scaling;

namespace Parameterize.Generators.Parsing;

/// <summary>A layer's kind and how its two fans grow.</summary>
internal sealed record LayerFans(ParameterKind Kind, Factor FanIn, Factor FanOut);

/// <summary>Settles a layer's kind: from its shape where the constructor shows it, from its attribute where it does not, never both at odds.</summary>
internal sealed class FanReader(ReadingContext context, IReadOnlyList<string> widthSymbols)
{
    public LayerFans? Read(LayerMember member, IReadOnlyList<FactoryCall> calls)
    {
        if (member.Declared == ParameterKind.Finite)
        {
            return new LayerFans(ParameterKind.Finite, Factor.One, Factor.One);
        }

        var shape = member.Type == LayerType.Parameter ? null : LayerCatalogue.Of(member.Type);
        var fanIn = shape is null ? null : shape.FanInArgument is { } index ? Agreed(calls, index) : Factor.One;
        var fanOut = shape is null ? null : Agreed(calls, shape.FanOutArgument);
        var declared = shape?.IsNorm == true && member.Declared == ParameterKind.Input ? ParameterKind.Vector : member.Declared;
        if (Contradiction(member, shape, declared, fanIn, fanOut))
        {
            return null;
        }

        if (fanIn is not null && fanOut is not null)
        {
            return new LayerFans(KindOf(shape, fanIn, fanOut), fanIn, fanOut);
        }

        return declared is { } kind ? FromKind(member, kind, fanIn, fanOut) : Unclassified(member, calls);
    }

    private static ParameterKind KindOf(LayerShape? shape, Factor fanIn, Factor fanOut) => (shape?.IsNorm == true, fanIn.IsOne, fanOut.IsOne) switch
    {
        (true, _, true) or (false, true, true) => ParameterKind.Finite,
        (true, _, false) => ParameterKind.Vector,
        (false, true, false) => ParameterKind.Input,
        (false, false, false) => ParameterKind.Hidden,
        (false, false, true) => ParameterKind.Output,
    };

    private static bool HasWideFanIn(ParameterKind kind) => kind is ParameterKind.Hidden or ParameterKind.Output;

    private static bool HasWideFanOut(ParameterKind kind) => kind is ParameterKind.Hidden or ParameterKind.Input or ParameterKind.Vector;

    /// <summary>The ratio that all calls agree on; null if there is none.</summary>
    private static Factor? Agreed(IReadOnlyList<FactoryCall> calls, int argument)
    {
        var ratios = calls.Select(call => call.Dimension(argument).Ratio).Distinct().ToArray();
        return ratios.Length == 1 ? ratios[0] : null;
    }

    private bool Contradiction(LayerMember member, LayerShape? shape, ParameterKind? declared, Factor? fanIn, Factor? fanOut)
    {
        if (declared is not { } kind || shape is null)
        {
            return false;
        }

        var wrong = shape.IsNorm && kind != ParameterKind.Vector ? "a norm has no fan-in"
            : fanIn is not null && fanIn.IsOne == HasWideFanIn(kind) ? $"its fan-in {Grows(fanIn)}"
            : fanOut is not null && fanOut.IsOne == HasWideFanOut(kind) ? $"its fan-out {Grows(fanOut)}"
            : null;
        if (wrong is null)
        {
            return false;
        }

        var actual = shape.IsNorm ? "Input" : fanIn is null || fanOut is null ? null : AttributeOf(KindOf(shape, fanIn, fanOut));
        context.Report(new Finding(Descriptors.KindContradictsShape, member.Location, member.Symbol.Name, $"[{member.Declared}]", wrong, Description(actual))
        {
            Kind = actual,
        });
        return true;

        string Description(string? attribute) => shape.IsNorm ? "a vector, which [Input] may say but needs no attribute"
            : attribute is null ? "of another kind"
            : attribute == "Unscaled" ? "finite, that is [Unscaled]"
            : $"[{attribute}]";

        static string Grows(Factor fan) => fan.IsOne ? "does not grow with width" : $"grows like {fan}";
    }

    private static string AttributeOf(ParameterKind kind) => kind is ParameterKind.Finite ? "Unscaled" : kind.ToString();

    private LayerFans? FromKind(LayerMember member, ParameterKind kind, Factor? fanIn, Factor? fanOut)
    {
        if (widthSymbols.Count > 1)
        {
            context.Report(Descriptors.AmbiguousWidth, member.Location, member.Symbol.Name, $"[{member.Declared}]");
            return null;
        }

        var width = widthSymbols.Count == 1 ? Factor.Of(widthSymbols[0]) : Factor.One;
        return new LayerFans(kind, fanIn ?? (HasWideFanIn(kind) ? width : Factor.One), fanOut ?? (HasWideFanOut(kind) ? width : Factor.One));
    }

    private LayerFans? Unclassified(LayerMember member, IReadOnlyList<FactoryCall> calls)
    {
        var reason = member.Type == LayerType.Parameter ? "a bare parameter's shape does not say which axis is the fan-in"
            : calls.Count == 0 ? $"no call of {member.Type}(...) was found there"
            : calls.Count > 1 ? "it is built in several ways"
            : "a dimension is not a product of widths and constants";
        context.Report(Descriptors.Unclassified, member.Location, member.Symbol.Name, reason);
        return null;
    }
}
