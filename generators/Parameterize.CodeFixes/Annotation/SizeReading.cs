using Microsoft.CodeAnalysis;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>Reads a class as the generator would if some of its sizes were widths.</summary>
internal sealed class SizeReading(Compilation compilation, CancellationToken cancellation)
{
    /// <summary>What a size without a default is at base width, as where BaseWidth is not given.</summary>
    public const int UsualBase = 64;

    /// <summary>What each member holds after construction, where each size is a ratio of its own, of that name.</summary>
    public IReadOnlyDictionary<string, Value> Members(
        INamedTypeSymbol type, IReadOnlyDictionary<LayerSize, (string Symbol, int Base)> growing)
    {
        var widths = growing.Select(size => new WidthSpec(size.Key.Name, size.Value.Symbol, size.Value.Base, GrowthAxis.Width)).ToArray();
        var dimensions = growing.Keys.Select((size, index) => (size, index))
            .ToDictionary(
                pair => pair.size, pair => Dimension.Growing(Factor.Of(widths[pair.index].Symbol), Probes.Of(pair.index, widths)));
        var numbers = new GrowingNumbers(
            type,
            dimensions.Where(size => !size.Key.IsProperty && SymbolEqualityComparer.Default.Equals(size.Key.Owner, type))
                .ToDictionary(size => size.Key.Name, size => size.Value),
            dimensions.Where(size => size.Key.IsProperty).ToDictionary<KeyValuePair<LayerSize, Dimension>, ISymbol, Dimension>(
                size => size.Key.Symbols[0], size => size.Value, SymbolEqualityComparer.Default));
        return new Evaluator(numbers, compilation, cancellation).Members(type);
    }

    /// <summary>The calls that make its layers, in the order in which they are written.</summary>
    public IReadOnlyList<FactoryCall> Calls(INamedTypeSymbol type, IReadOnlyDictionary<LayerSize, (string Symbol, int Base)> growing) =>
    [
        .. Members(type, growing).Values.SelectMany(CallsOf).Distinct().OrderBy(call => call.Syntax.SpanStart),
    ];

    /// <summary>What a container is made of is known better place by place than all at once.</summary>
    public static IEnumerable<FactoryCall> CallsOf(Value value) => value.Holding is { Inside: { } inside } holding
        ? holding.Calls.Concat(inside.All.SelectMany(content => CallsOf(content.Value)))
        : value.Calls;

    /// <summary>The plain module that a call makes; null for a layer of TorchSharp.</summary>
    public static INamedTypeSymbol? ModelOf(FactoryCall call) =>
        call.Method is { MethodKind: MethodKind.Constructor, ContainingType: var type } && PlainModels.Is(type)
            ? type.OriginalDefinition
            : null;

    /// <summary>
    /// The sizes of the model that a call makes, each with what it is given there; properties of options are what they are here.
    /// </summary>
    public static IEnumerable<(LayerSize Size, Dimension Given)> Handed(FactoryCall call, INamedTypeSymbol model) => LayerSize.Of(model)
        .Where(size => !size.IsProperty)
        .Select(size => (Size: size, Parameter: call.Method.Parameters.FirstOrDefault(parameter => parameter.Name == size.Name)))
        .Where(pair => pair.Parameter is not null)
        .Select(pair => (pair.Size, call.Dimension(pair.Parameter!.Ordinal)));
}
