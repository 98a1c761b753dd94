using Microsoft.CodeAnalysis;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Parsing;

/// <summary>The modules of TorchSharp whose tensors are known. To add a module, add a row.</summary>
internal static class LayerCatalogue
{
    /// <summary>Sources: the fan axes and default draws of TorchSharp 0.106's modules.</summary>
    private static readonly LayerShape[] Shapes =
    [
        // weight [out, in], bias [out], both drawn U(-1/sqrt(in), 1/sqrt(in))
        new(LayerType.Linear, WellKnownNames.Linear, FanInArgument: 0, FanOutArgument: 1, BiasFlag: 2, WeightFlag: null)
        {
            DrawsByFanIn = true, FanInAxis = 1, FanOutAxis = 0,
        },

        // weight [vocabulary, width], drawn N(0, 1): the fan-in is one-hot, so finite
        new(LayerType.Embedding, WellKnownNames.Embedding, FanInArgument: null, FanOutArgument: 1, BiasFlag: null, WeightFlag: null)
        {
            HasBias = false, FanOutAxis = 1, WeightMayBeNull = true,
        },

        // weight and bias [width], 1 and 0; both only if elementwise_affine, the bias only if bias
        new(LayerType.LayerNorm, WellKnownNames.LayerNorm, FanInArgument: null, FanOutArgument: 0, BiasFlag: 3, WeightFlag: 2)
        {
            IsNorm = true, FanOutAxis = 0,
        },
    ];

    public static LayerShape? Of(ITypeSymbol type) => Shapes.FirstOrDefault(shape => type.Is(shape.FullName));

    public static LayerShape Of(LayerType type) => Shapes.First(shape => shape.Type == type);

    /// <summary>Whether a method is TorchSharp's own, whose source, if there is any, says no more than its name.</summary>
    public static bool IsTorchSharp(IMethodSymbol method) => method.ContainingNamespace is { } space
        && space.ToDisplayString() is { } name && (name == "TorchSharp" || name.StartsWith("TorchSharp.", StringComparison.Ordinal));

    /// <summary>Whether a method is TorchSharp's factory of a module of the catalogue.</summary>
    public static bool IsFactory(IMethodSymbol method) =>
        method.IsStatic && Shapes.Any(shape => method.Name == shape.Type.ToString() && method.ReturnType.Is(shape.FullName));
}
