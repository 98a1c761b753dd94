using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Infrastructure;
using Parameterize.Scaling.Algebra;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>What one layer does with a size: it takes inputs of that size, or makes outputs of it, or both.</summary>
/// <param name="Takes">Whether its fan-in grows with the size.</param>
/// <param name="Makes">Whether its fan-out does, biases and gains not counted.</param>
/// <param name="IsTable">Whether it makes them of words or other indices.</param>
/// <param name="IsHeads">Whether the size is the number of heads of an attention that TorchSharp writes.</param>
internal readonly record struct SizeUse(bool Takes, bool Makes, bool IsTable, bool IsHeads = false);

/// <summary>Finds which of a class's sizes are widths: the size of what one layer makes and a later one takes.</summary>
internal sealed class SizeUses(SizeReading reading)
{
    private const string Symbol = "s";
    private readonly Dictionary<(INamedTypeSymbol, LayerSize), IReadOnlyList<SizeUse>> _known = [];

    /// <summary>Whether it is made, and then taken.</summary>
    public bool IsWidth(INamedTypeSymbol type, LayerSize size)
    {
        var isMade = false;
        foreach (var use in Of(type, size))
        {
            isMade |= use.Makes;
            if (isMade && use.Takes)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether it goes in and comes out: each member that has it takes it first and makes it last, as networks do that are applied to data
    /// in turns.
    /// </summary>
    public bool IsOfData(INamedTypeSymbol type, LayerSize size)
    {
        var growing = new Dictionary<LayerSize, (string, int)> { [size] = (Symbol, size.Default ?? SizeReading.UsualBase) };
        var ends = reading.Members(type, growing).Values
            .Select(member =>
                SizeReading.CallsOf(member)
                    .SelectMany(call => Of(call, size, isRead: false))
                    .Where(use => use.Takes || use.Makes)
                    .ToArray())
            .Where(uses => uses.Length > 0)
            .ToArray();
        return ends.Length > 0
            && ends.All(uses => uses[0] is { Takes: true, Makes: false } && uses[uses.Length - 1] is { Takes: false, Makes: true });
    }

    /// <summary>Whether it is the size of what an index is turned into.</summary>
    public bool IsOfTable(INamedTypeSymbol type, LayerSize size) => Of(type, size).Any(use => use.IsTable);

    /// <summary>Whether it is how many heads an attention has, which have to become more where it widens.</summary>
    public bool IsHeads(INamedTypeSymbol type, LayerSize size) => Of(type, size).Any(use => use.IsHeads);

    /// <summary>
    /// Whether a layer surely makes more where it is larger: of a division by it that another product takes back, that is not known.
    /// </summary>
    public bool IsMade(INamedTypeSymbol type, LayerSize size) => Of(type, size).Any(use => use.Makes);

    /// <summary>Whether any layer's size depends on it.</summary>
    public bool IsUsed(INamedTypeSymbol type, LayerSize size) => Of(type, size).Count > 0;

    /// <summary>
    /// Whether it occurs multiplied with other sizes alone: the number of heads, or how many times wider a layer is inside.
    /// </summary>
    public bool IsFactor(INamedTypeSymbol type, LayerSize size, IReadOnlyList<LayerSize> all)
    {
        var growing = all.Select((other, index) => (other, index))
            .ToDictionary(pair => pair.other, pair => (Symbol + Literal.Of(pair.index), pair.other.Default ?? SizeReading.UsualBase));
        var symbol = growing[size].Item1;
        var ratios = reading.Calls(type, growing).SelectMany(Ratios).Where(ratio => Power(ratio, symbol) > 0).ToArray();
        return ratios.Length > 0 && ratios.All(ratio => ratio.Powers.Count > 1);

        static IEnumerable<Factor> Ratios(FactoryCall call)
        {
            var fans = Shape(call) is { } shape
                ? shape.Tensors.Where(tensor => !tensor.IsVector)
                    .SelectMany(tensor => new[] { tensor.FanIn, tensor.FanOut })
                    .OfType<Fan>()
                    .Select(fan => fan.Of(call))
                : call.Arguments;
            return fans.Select(fan => fan.Ratio).OfType<Factor>();
        }
    }

    private IReadOnlyList<SizeUse> Of(INamedTypeSymbol type, LayerSize size)
    {
        if (!_known.TryGetValue((type, size), out var uses))
        {
            // A model that holds itself uses nothing more by that.
            _known[(type, size)] = [];
            var calls = reading.Calls(
                type, new Dictionary<LayerSize, (string, int)> { [size] = (Symbol, size.Default ?? SizeReading.UsualBase) });
            var unread = new HashSet<SyntaxNode>(reading.Calls(type, new Dictionary<LayerSize, (string, int)>())
                .Where(call => call.Arguments.Any(argument => argument.Ratio is null))
                .Select(call => call.Syntax));

            // One more block like the last one says nothing new.
            _known[(type, size)] = uses =
            [
                .. calls.Select(call =>
                    (call.Syntax,
                        Uses: Of(call, size, !unread.Contains(call.Syntax)).Where(use => use.Takes || use.Makes || use.IsHeads).ToArray()))
                    .GroupBy(call => (call.Syntax, string.Join(";", call.Uses)))
                    .SelectMany(same => same.First().Uses),
            ];
        }

        return uses;
    }

    /// <param name="call">Makes a layer or a model.</param>
    /// <param name="size">The size that grows.</param>
    /// <param name="isRead">Whether all is known of the call when nothing grows, so that what is unknown depends on the size.</param>
    private IEnumerable<SizeUse> Of(FactoryCall call, LayerSize size, bool isRead)
    {
        if (SizeReading.ModelOf(call) is { } model)
        {
            var handed = SizeReading.Handed(call, model).Where(pair => Grows(pair.Given)).Select(pair => pair.Size);
            return handed.Concat(size.IsProperty && LayerSize.Of(model).Contains(size) ? [size] : []).SelectMany(inner => Of(model, inner));
        }

        if (Shape(call) is not { } shape)
        {
            return [];
        }

        var tensors = shape.Tensors.Where(tensor => !tensor.IsVector && tensor.Needs is null).Select(tensor => new SizeUse(
            tensor.FanIn is { } fan && MayGrow(fan.Of(call)),
            Grows(tensor.FanOut.Of(call)),
            tensor.FanIn is null && Grows(tensor.FanOut.Of(call))));
        return shape.Attention is { Heads: var heads } && Grows(call.Dimension(heads))
            ? tensors.Append(new SizeUse(false, false, false, IsHeads: true))
            : tensors;

        bool MayGrow(Dimension dimension) => Grows(dimension) || (isRead && dimension.Ratio is null);
    }

    /// <summary>The arguments, as they are written, of which a layer's fans are.</summary>
    public static IEnumerable<ExpressionSyntax> Sized(FactoryCall call)
    {
        var parameters = Shape(call) is { } shape
            ? shape.Tensors.SelectMany(tensor => new[] { tensor.FanIn, tensor.FanOut })
                .OfType<Fan>()
                .SelectMany(fan => fan.Arguments)
                .Distinct()
                .Where(argument => argument < call.Method.Parameters.Length)
                .Select(argument => call.Method.Parameters[argument])
                .ToArray()
            : [];
        return (call.Syntax as InvocationExpressionSyntax)?.ArgumentList.Arguments
            .Where((argument, index) =>
                parameters.Any(parameter =>
                    argument.NameColon is { } named ? named.Name.Identifier.ValueText == parameter.Name : parameter.Ordinal == index))
            .Select(argument => argument.Expression) ?? [];
    }

    private static LayerShape? Shape(FactoryCall call) =>
        call.Method.MethodKind == MethodKind.Constructor ? null : LayerCatalogue.Of(call.Method.ReturnType);

    /// <summary>For sure: a number of layers makes everything unknown, and is no width.</summary>
    private static bool Grows(Dimension dimension) => dimension.Ratio is { } ratio && Power(ratio, Symbol) > 0;

    private static double Power(Factor ratio, string symbol) =>
        ratio.Powers.Where(power => power.Key == symbol).Select(power => power.Value.Constant.ToDouble()).FirstOrDefault();
}
