using Microsoft.CodeAnalysis;
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

        return declared is { } kind ? FromKind(member, kind, fanIn, fanOut, calls) : Unclassified(member, calls);
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

    private LayerFans? FromKind(LayerMember member, ParameterKind kind, Factor? fanIn, Factor? fanOut, IReadOnlyList<FactoryCall> calls)
    {
        if (widthSymbols.Count > 1)
        {
            var doubt = Doubt(member, calls);
            Report(Descriptors.AmbiguousWidth, member, doubt, $"[{member.Declared}]", doubt is null ? "" : $", because '{Shortened(doubt)}' is not followed");
            return null;
        }

        var width = widthSymbols.Count == 1 ? Factor.Of(widthSymbols[0]) : Factor.One;
        return new LayerFans(kind, fanIn ?? (HasWideFanIn(kind) ? width : Factor.One), fanOut ?? (HasWideFanOut(kind) ? width : Factor.One));
    }

    private LayerFans? Unclassified(LayerMember member, IReadOnlyList<FactoryCall> calls)
    {
        var doubt = Doubt(member, calls);
        var reason = member.Type == LayerType.Parameter ? "a bare parameter's shape does not say which axis is the fan-in"
            : calls.Count == 0 ? $"no call of {member.Type}(...) was found there"
            : doubt is not null ? $"'{Shortened(doubt)}' is no product of widths and constants, or is not followed"
            : "it is built in several ways";
        Report(Descriptors.Unclassified, member, doubt, reason);
        return null;
    }

    /// <summary>The expression at which inference met its limit.</summary>
    private static SyntaxNode? Doubt(LayerMember member, IReadOnlyList<FactoryCall> calls) =>
        member.Type == LayerType.Parameter || LayerCatalogue.Of(member.Type) is not { } shape
            ? null
            : calls.SelectMany(call => new[] { shape.FanInArgument, shape.FanOutArgument }.OfType<int>().Select(call.Dimension))
                .Select(dimension => dimension.Doubt)
                .FirstOrDefault(doubt => doubt is not null);

    /// <summary>At the expression, if the member's own file has it; the member is then the second place.</summary>
    private void Report(DiagnosticDescriptor descriptor, LayerMember member, SyntaxNode? doubt, params object[] arguments)
    {
        var isNear = doubt is not null && doubt.SyntaxTree == member.Location.SourceTree;
        context.Report(new Finding(descriptor, isNear ? doubt!.GetLocation() : member.Location, [member.Symbol.Name, .. arguments])
        {
            Also = isNear ? member.Location : null,
        });
    }

    private static string Shortened(SyntaxNode expression)
    {
        var text = string.Join(" ", expression.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }
}
