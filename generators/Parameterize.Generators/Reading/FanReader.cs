using Microsoft.CodeAnalysis;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Reading;

/// <summary>A layer's kind and how its two fans grow.</summary>
internal sealed record LayerFans(ParameterKind Kind, Factor FanIn, Factor FanOut)
{
    public static LayerFans Finite { get; } = new(ParameterKind.Finite, Factor.One, Factor.One);
}

/// <summary>
/// Settles a layer's kind: from its shape where the constructor shows it, from its attribute where it does not, never both at odds.
/// </summary>
internal sealed class FanReader(ReadingContext context, IReadOnlyList<string> widthSymbols)
{
    public LayerFans? Read(LayerMember member, Value? built)
    {
        if (member.Declared == ParameterKind.Finite)
        {
            return LayerFans.Finite;
        }

        var calls = CallsOf(member, built);
        var shape = member.Shape;
        if (IsFinite(member, built))
        {
            return LayerFans.Finite;
        }

        var (fanIn, fanOut) = shape is null
            ? OfAxes(member, built?.Shape)
            : (shape.Weight.FanIn is { } fan ? Agreed(calls, fan) : Factor.One, Agreed(calls, shape.Weight.FanOut));
        var declared = shape?.IsNorm == true && member.Declared == ParameterKind.Input ? ParameterKind.Vector : member.Declared;
        if (Contradiction(member, shape, declared, fanIn, fanOut) || ContradictingCall(member, shape, declared, calls))
        {
            return null;
        }

        if (fanIn is not null && fanOut is not null)
        {
            // The further tensors of a module with many have dimensions of their own.
            return shape is not null
                && (HasGrowing(shape, calls) || (shape.Multiplied == MultiplierPlace.Folded && HasUnknown(shape, calls)))
                ? Unclassified(member, calls)
                : new LayerFans(KindOf(shape?.IsNorm == true, fanIn, fanOut), fanIn, fanOut);
        }

        return declared is { } kind && shape?.Multiplied != MultiplierPlace.Folded
            ? FromKind(member, kind, fanIn, fanOut, calls)
            : Unclassified(member, calls);
    }

    /// <summary>Whether it is a bare parameter of which no axis grows: whatever its fans are, it has no width.</summary>
    private static bool IsFinite(LayerMember member, Value? built) =>
        member is { Form: LayerForm.Parameter, Container: Container.None, Declared: null }
            && built is { Shape: { } axes, Unseen: null } && axes.All(static axis => axis.IsFinite);

    /// <summary>The calls that make the member's own kind of module.</summary>
    public static IReadOnlyList<FactoryCall> CallsOf(LayerMember member, Value? built) =>
        member.Shape is not { } shape || built is null ? [] : built.Calls.Where(call => call.Method.Name == shape.Name).ToArray();

    /// <summary>The ratio that all calls agree on; null if there is none.</summary>
    public static Factor? Agreed(IReadOnlyList<FactoryCall> calls, Fan fan)
    {
        var ratios = calls.Select(call => fan.Of(call).Ratio).Distinct().ToArray();
        return ratios.Length == 1 ? ratios[0] : null;
    }

    /// <summary>The size that all calls give; null if they give several.</summary>
    public static Dimension? AgreedSize(IReadOnlyList<FactoryCall> calls, Fan fan)
    {
        var sizes = calls.Select(fan.Of).ToArray();
        return sizes.All(size => size.Ratio is { } ratio && ratio.Equals(sizes[0].Ratio) && size.AtBase == sizes[0].AtBase)
            ? sizes[0]
            : null;
    }

    public static ParameterKind KindOf(bool isVector, Factor fanIn, Factor fanOut) => (isVector, fanIn.IsOne, fanOut.IsOne) switch
    {
        (true, _, true) or (false, true, true) => ParameterKind.Finite,
        (true, _, false) => ParameterKind.Vector,
        (false, true, false) => ParameterKind.Input,
        (false, false, false) => ParameterKind.Hidden,
        (false, false, true) => ParameterKind.Output,
    };

    private static bool HasUnknown(LayerShape shape, IReadOnlyList<FactoryCall> calls) => shape.Tensors
        .Where(tensor => tensor.Needs is not { } needed || calls.Any(call => call.Given.Contains(needed)))
        .Any(tensor => Agreed(calls, tensor.FanOut) is null || (tensor.FanIn is { } fan && Agreed(calls, fan) is null));

    /// <summary>
    /// Whether something grows, or may grow, that is taken to be fixed: a kernel, or a number of heads that is not known.
    /// </summary>
    private static bool HasGrowing(LayerShape shape, IReadOnlyList<FactoryCall> calls) => calls.Any(call =>
        shape.Fixed.Any(argument => !call.Dimension(argument).IsFinite)
        || (shape.Attention is { Heads: var heads } && call.Dimension(heads).Ratio is null));

    /// <summary>The fans of a bare parameter whose attribute names their axes, off the shape that it is made with.</summary>
    private static (Factor? FanIn, Factor? FanOut) OfAxes(LayerMember member, IReadOnlyList<Dimension>? shape)
    {
        var (fanIn, fanOut) = member.AxesOf(shape);
        return (fanIn, fanOut) == (null, null) ? (null, null) : (Along(fanIn), Along(fanOut));

        Factor? Along(int? axis)
        {
            if (axis is not { } index)
            {
                return Factor.One;
            }

            return shape is not null && index < shape.Count ? shape[index].Ratio : null;
        }
    }

    private static bool HasWideFanIn(ParameterKind kind) => kind is ParameterKind.Hidden or ParameterKind.Output;

    private static bool HasWideFanOut(ParameterKind kind) => kind is ParameterKind.Hidden or ParameterKind.Input or ParameterKind.Vector;

    private bool Contradiction(LayerMember member, LayerShape? shape, ParameterKind? declared, Factor? fanIn, Factor? fanOut)
    {
        if (declared is not { } kind || (shape is null && (fanIn is null || fanOut is null)))
        {
            return false;
        }

        var isNorm = shape?.IsNorm == true;
        if (Wrong() is not { } wrong)
        {
            return false;
        }

        var actual = (isNorm, fanIn, fanOut) switch
        {
            (true, _, _) => "Input",
            (_, { }, { }) => AttributeOf(KindOf(isNorm, fanIn, fanOut)),
            _ => null,
        };
        context.Report(
            new Finding(
                Descriptors.KindContradictsShape, member.Location, member.Symbol.Name, $"[{member.Declared}]", wrong, Description(actual))
            {
                Kind = actual,
            });
        return true;

        string? Wrong()
        {
            if (isNorm && kind != ParameterKind.Vector)
            {
                return "a norm has no fan-in";
            }

            if (fanIn is not null && fanIn.IsOne == HasWideFanIn(kind))
            {
                return $"its fan-in {Grows(fanIn)}";
            }

            return fanOut is not null && fanOut.IsOne == HasWideFanOut(kind) ? $"its fan-out {Grows(fanOut)}" : null;
        }

        string Description(string? attribute) => (isNorm, attribute) switch
        {
            (true, _) => "a vector, which [Input] may say but needs no attribute",
            (_, null) => "of another kind",
            (_, "Unscaled") => "finite, that is [Unscaled]",
            _ => $"[{attribute}]",
        };
    }

    /// <summary>
    /// Where the calls do not agree, as in a list whose first layer is another than the rest: one that the attribute is wrong about.
    /// </summary>
    private bool ContradictingCall(LayerMember member, LayerShape? shape, ParameterKind? declared, IReadOnlyList<FactoryCall> calls)
    {
        if (shape is null || declared is not { } kind)
        {
            return false;
        }

        foreach (var call in calls)
        {
            if ((WrongFanIn(call) ?? WrongFanOut(call)) is { } wrong)
            {
                context.Report(
                    Descriptors.KindContradictsShape,
                    member.Location,
                    member.Symbol.Name,
                    $"[{member.Declared}]",
                    $"{wrong} in '{SizeNames.Shortened(call.Syntax)}'",
                    "of several kinds; leave the attribute out, so that each place has its own kind, or give each kind a member of its "
                        + "own");
                return true;
            }
        }

        return false;

        string? WrongFanIn(FactoryCall call) =>
            shape.Weight.FanIn is { } fan && Wrong(fan.Of(call), HasWideFanIn(kind)) is { } wrong ? $"the fan-in {wrong}" : null;

        string? WrongFanOut(FactoryCall call) =>
            Wrong(shape.Weight.FanOut.Of(call), HasWideFanOut(kind)) is { } wrong ? $"the fan-out {wrong}" : null;

        string? Wrong(Dimension size, bool isWide) => size switch
        {
            { Ratio: { } ratio } => ratio.IsOne == isWide ? Grows(ratio) : null,
            { Doubt.IsOfSeveralKinds: true } when member.Container != Container.None => "grows with width in one layer and not in another",
            _ => null,
        };
    }

    private static string Grows(Factor fan) => fan.IsOne ? "does not grow with width" : $"grows like {fan}";

    private static string AttributeOf(ParameterKind kind) => kind is ParameterKind.Finite ? "Unscaled" : kind.ToString();

    private LayerFans? FromKind(LayerMember member, ParameterKind kind, Factor? fanIn, Factor? fanOut, IReadOnlyList<FactoryCall> calls)
    {
        // An attribute says whether a fan grows, and not that it grows like the width, where the size comes from elsewhere.
        var doubt = Doubt(member, calls);
        var isClaimed = doubt is not null && ((fanIn is null && HasWideFanIn(kind)) || (fanOut is null && HasWideFanOut(kind)));
        if (widthSymbols.Count > 1 || isClaimed)
        {
            Report(
                Descriptors.AmbiguousWidth,
                member,
                doubt,
                $"[{member.Declared}]",
                widthSymbols.Count > 1 ? "with which width it grows" : "how it grows",
                doubt is null
                    ? "its dimensions cannot be read off the constructor; build it there from the [Width] parameters"
                    : Said(member, calls, doubt));
            return null;
        }

        var width = widthSymbols.Count == 1 ? Factor.Of(widthSymbols[0]) : Factor.One;
        return new LayerFans(
            kind, fanIn ?? (HasWideFanIn(kind) ? width : Factor.One), fanOut ?? (HasWideFanOut(kind) ? width : Factor.One));
    }

    private LayerFans? Unclassified(LayerMember member, IReadOnlyList<FactoryCall> calls)
    {
        var doubt = Doubt(member, calls);
        var reason = Reason();
        if (member.Step is null)
        {
            // What is wrong with an expression is said with what to write instead; an attribute does not say how that grows.
            Report(
                Descriptors.Unclassified, member, doubt, reason,
                doubt is null ? "; mark it [Input], [Hidden], [Output] or [Unscaled]" : "");
        }
        else
        {
            // No attribute can be put on it.
            Report(
                Descriptors.UnknownModule, member, doubt,
                $"holds a {member.Type.Name} of which it is not known how it scales ({reason})",
                "build that with sizes that can be followed, or hold it in a member of its own that an attribute can mark");
        }

        return null;

        string Reason()
        {
            if (member.Shape is not { } shape)
            {
                return "a bare parameter's shape does not say which axis is the fan-in";
            }

            if (calls.Count == 0)
            {
                return $"no call of {shape.Name}(...) was found there";
            }

            if (shape.Fixed.Any(argument => calls.Any(call => call.Dimension(argument) is { Ratio: { IsOne: false } })))
            {
                return "its kernel grows with width";
            }

            return doubt is not null ? Said(member, calls, doubt) : InSeveralWays(shape, calls);
        }
    }

    /// <summary>How layers differ that share a place.</summary>
    private static string InSeveralWays(LayerShape shape, IReadOnlyList<FactoryCall> calls)
    {
        var fan = new[] { shape.Weight.FanIn, shape.Weight.FanOut }.OfType<Fan>().FirstOrDefault(side => Agreed(calls, side) is null);
        var ways = fan is null ? [] : calls.GroupBy(call => fan.Of(call).Ratio).Where(static way => way.Key is not null).Take(2).ToArray();
        return ways.Length < 2
            ? "it is built in several ways"
            : $"its fan-{(fan == shape.Weight.FanIn ? "in" : "out")} {Said(ways[0])} and {Said(ways[1])}, either of which it may be";

        static string Said(IGrouping<Factor?, FactoryCall> way) => $"{Grows(way.Key!)} in '{SizeNames.Shortened(way.First().Syntax)}'";
    }

    /// <summary>
    /// The expression and what is wrong with it; and what would do instead, where all that lacks is its size at base widths.
    /// </summary>
    private static string Said(LayerMember member, IReadOnlyList<FactoryCall> calls, Doubt doubt)
    {
        var said = $"'{SizeNames.Shortened(doubt.Expression)}' {doubt.Reason}";
        var isOfFanIn = member.Shape!.Weight.FanIn is { } fan && calls.Any(call => doubt.Equals(fan.Of(call).Doubt));
        return doubt.LacksSize && member.Step is null
            ? $"{said}; or say what it is at base widths, as in "
                + $"[{member.Declared ?? ParameterKind.Hidden}({(isOfFanIn ? "BaseFanIn" : "BaseFanOut")} = 172)]"
            : said;
    }

    /// <summary>The expression at which inference met its limit.</summary>
    private static Doubt? Doubt(LayerMember member, IReadOnlyList<FactoryCall> calls) => member.Shape?.Tensors
        .SelectMany(tensor => new[] { tensor.FanIn, tensor.FanOut }.OfType<Fan>())
        .SelectMany(fan => calls.Select(call => fan.Of(call).Doubt))
        .Concat(Others(member.Shape).SelectMany(argument => calls.Select(call => call.Dimension(argument).Doubt)))
        .FirstOrDefault(doubt => doubt is not null);

    private static IEnumerable<int> Others(LayerShape? shape)
    {
        if (shape is null)
        {
            return [];
        }

        return shape.Attention is { Heads: var heads } ? [.. shape.Fixed, heads] : shape.Fixed;
    }

    /// <summary>At the expression, if the member's own file has it; the member is then the second place.</summary>
    private void Report(DiagnosticDescriptor descriptor, LayerMember member, Doubt? doubt, params object[] arguments)
    {
        var isNear = doubt is not null && doubt.Expression.SyntaxTree == member.Location.SourceTree;
        context.Report(
            new Finding(descriptor, isNear ? doubt!.Expression.GetLocation() : member.Location, [member.Symbol.Name, .. arguments])
            {
                Also = isNear ? member.Location : null,
            });
    }
}
