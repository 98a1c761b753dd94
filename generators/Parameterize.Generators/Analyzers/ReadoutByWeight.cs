using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Caching;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>
/// A product that sums over the width of an embedding: <c>functional.linear(x, _words.weight)</c>, <c>x.matmul(_words.weight.T)</c>.
/// </summary>
internal static class ReadoutByWeight
{
    /// <summary>How many views of views are followed.</summary>
    private const int Deepest = 6;

    /// <summary>What exchanges the two axes of a weight.</summary>
    private static readonly HashSet<string> Turns = ["t", "transpose", "swapaxes", "swapdims", "T", "mT"];

    /// <summary>What leaves them alone.</summary>
    private static readonly HashSet<string> Moves = ["to", "cuda", "cpu", "type_as", "contiguous", "alias"];

    /// <summary>
    /// The member of an annotated class that holds the embedding; null for any other operation. A product of weights with one another is
    /// about the weights, and no readout.
    /// </summary>
    public static ISymbol? Of(ValueFlow flow, IOperation operation)
    {
        if (Factors(operation) is not var (left, right, isTurned)
            || Weights(flow, new FlowValue(right), Deepest).FirstOrDefault(weight => weight.IsTurned == isTurned).Layer is not { } layer
            || Weights(flow, new FlowValue(left), Deepest).Any() || IsVectorOfAnother(flow, left, layer))
        {
            return null;
        }

        return flow.Origins(new FlowValue(layer), IsOfModel)
            .Select(origin => origin.Operation)
            .Where(IsOfModel)
            .Cast<IMemberReferenceOperation>().FirstOrDefault()?.Member;
    }

    /// <summary>Whether what is multiplied are another embedding's vectors: a product of two vectors is none of a readout.</summary>
    private static bool IsVectorOfAnother(ValueFlow flow, IOperation left, IOperation words) =>
        words is IMemberReferenceOperation { Member: var own }
        && flow.Origins(new FlowValue(left), operation => EmbeddingOf(operation) is not null) is { Count: > 0 } origins
        && origins.All(origin => EmbeddingOf(origin.Operation) is { } other
            && !SymbolEqualityComparer.Default.Equals(other, own));

    /// <summary>The member that holds the embedding that a call looks up in.</summary>
    private static ISymbol? EmbeddingOf(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance: IMemberReferenceOperation { Type: { } type, Member: var member } } call
            when LayerFlow.IsApplied(call) && LayerCatalogue.Of(type) is { Name: "Embedding" } => member,
        IInvocationOperation { TargetMethod: var method, Instance: null or IInstanceReferenceOperation }
            when method.ContainingType.IsAnnotated() => method.ContainingType.GetMembers().FirstOrDefault(member =>
                member is IFieldSymbol { Type: var type } && LayerCatalogue.Of(type) is { Name: "Embedding" }
                && MemberNames.Forward(member) == method.Name),
        _ => null,
    };

    /// <summary>Whether the embedding's vectors widen with the model, by what its class's constructor says.</summary>
    public static bool Widens(ISymbol words, Compilation compilation, CancellationToken cancellation) =>
        words.ContainingType.Attribute(WellKnownNames.ParameterizeAttribute) is { } attribute
        && ReadingCache.Read(words.ContainingType, attribute, compilation, cancellation).Model is { } model
        && model.Layers.FirstOrDefault(layer => layer.Member.TrimStart('@') == words.Name) is { Tensors: { Count: > 0 } tensors }
        && !tensors[0].Scaling.Declaration.Ratios.FanOut.IsOne;

    /// <summary>
    /// What is multiplied with what, and whether the product sums over the width where the weight is turned, or where it is as it is.
    /// </summary>
    private static (IOperation Left, IOperation Right, bool IsTurned)? Factors(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: "linear" or "matmul" or "mm" } method } call
            || !LayerCatalogue.IsTorchSharp(method))
        {
            return null;
        }

        var given = call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal)
            .Select(argument => argument.Value)
            .Prepend(call.Instance).OfType<IOperation>().ToArray();
        return given.Length < 2 ? null : (given[0], given[1], method.Name != "linear");
    }

    private static IEnumerable<(IOperation Layer, bool IsTurned)> Weights(ValueFlow flow, FlowValue value, int depth)
    {
        return depth == 0 ? [] : flow.Origins(value).SelectMany(origin => origin.Operation switch
        {
            IPropertyReferenceOperation { Property.Name: "weight", Instance: { Type: { } type } layer } when LayerCatalogue.Of(
                type) is { Name: "Embedding" } => [(layer, false)],
            IPropertyReferenceOperation { Property.Name: var name, Instance: { } whole } when Turns.Contains(name) =>
                Turned(origin.With(whole)),
            IInvocationOperation { TargetMethod.Name: var name, Instance: { } whole } when Turns.Contains(name) =>
                Turned(origin.With(whole)),
            IInvocationOperation { TargetMethod.Name: var name, Instance: { } whole } when Moves.Contains(name) =>
                Weights(flow, origin.With(whole), depth - 1),
            _ => Enumerable.Empty<(IOperation, bool)>(),
        });

        IEnumerable<(IOperation Layer, bool IsTurned)> Turned(FlowValue whole) =>
            Weights(flow, whole, depth - 1).Select(weight => (weight.Layer, !weight.IsTurned));
    }

    private static bool IsOfModel(IOperation operation) =>
        operation is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } reference
        && reference.Member.ContainingType.IsScaled()
        && !reference.Member.Has(WellKnownNames.UnscaledAttribute);
}
