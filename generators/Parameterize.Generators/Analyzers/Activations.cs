using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>Tensors whose entries are of the size of a layer's outputs: what was normalised, scaled or drawn elsewhere is not.</summary>
internal sealed class Activations(ValueFlow flow, SizeInForward growth)
{
    private const int Deepest = 16;

    /// <summary>What gives out entries of the size of those that it takes in.</summary>
    private static readonly HashSet<string> Alike =
    [
        "contiguous", "to", "clone", "dropout", "relu", "relu_", "gelu", "silu", "elu", "leaky_relu", "tanh", "select", "unbind", "chunk",
        "split", "index_select",
        "squeeze", "unsqueeze", "view", "reshape", "flatten", "unflatten", "transpose", "permute", "expand", "repeat", "masked_fill",
        "cuda", "cpu", "flip",
    ];

    public bool Are(FlowValue tensor) => Are(tensor, Deepest);

    private bool Are(FlowValue tensor, int depth) => depth > 0
        && flow.Origins(tensor, growth.IsLayer) is { Count: > 0 } origins
        && origins.All(origin => At(origin, depth - 1));

    private bool At(FlowValue tensor, int depth) => growth.IsLayer(tensor.Operation) || tensor.Operation switch
    {
        IInvocationOperation { TargetMethod: var method } call => Alike.Contains(method.Name)
            && (call.Instance is { } own && own.Type.Is(WellKnownNames.Tensor)
                ? own
                : call.Arguments.FirstOrDefault()?.Value) is { } subject
            && Are(tensor.With(subject), depth),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add
            or BinaryOperatorKind.Subtract, LeftOperand: var left, RightOperand: var right } =>
            Are(tensor.With(left), depth) || Are(tensor.With(right), depth),
        IArrayElementReferenceOperation { ArrayReference: var several } => Are(tensor.With(several), depth),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } whole } => Are(tensor.With(whole), depth),
        _ => false,
    };
}
