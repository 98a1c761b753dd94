using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Caching;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>
/// A product that sums over the width of an input layer's weight, which is then a readout: <c>functional.linear(x, _words.weight)</c>,
/// <c>x.matmul(_words.weight.T)</c>, and of a linear layer, as of an autoencoder's, <c>x.matmul(_encode.weight)</c>.
/// </summary>
/// <param name="Member">The member of an annotated class that holds the layer.</param>
/// <param name="IsLinear">Whether that is a linear layer, and no embedding.</param>
internal sealed record ReadoutByWeight(ISymbol Member, bool IsLinear)
{
    /// <summary>How many views of views are followed.</summary>
    private const int Deepest = 6;

    /// <summary>What exchanges the two axes of a weight.</summary>
    private static readonly HashSet<string> Turns = ["t", "transpose", "swapaxes", "swapdims", "permute", "T", "mT"];

    /// <summary>What leaves them alone.</summary>
    private static readonly HashSet<string> Moves = ["to", "cuda", "cpu", "type_as", "contiguous", "alias", "clone", "detach"];

    /// <summary>
    /// Null for any other operation. A product of weights with one another is about the weights, and no readout; so is what a method does
    /// with them that is given no tensors.
    /// </summary>
    public static ReadoutByWeight? Of(ValueFlow flow, FlowValue value) =>
        Products(value.Operation).Select(product => Of(flow, value, product)).FirstOrDefault(found => found is not null);

    /// <summary>The same in a method of the user's that an operation hands a weight.</summary>
    public static ReadoutByWeight? InHelper(ValueFlow flow, IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: var method } call && !LayerCatalogue.IsTorchSharp(method) && method.IsSourced()
        && call.Arguments.Any(argument => argument.Value.Type.SelfAndBases().Any(type => type.Is(WellKnownNames.Tensor))
            && Weights(flow, new FlowValue(argument.Value), Deepest).Any())
            ? flow.Bodies.BodiesOf(method)
                .SelectMany(body => body.DescendantsAndSelf())
                .Select(inner => Of(flow, new FlowValue(inner, ValueFlow.FrameOf(new FlowValue(call)))))
                .FirstOrDefault(found => found is not null)
            : null;

    private static ReadoutByWeight? Of(ValueFlow flow, FlowValue value, Product product)
    {
        var weight = Weights(flow, value.With(product.Weight), Deepest)
            .FirstOrDefault(weight => (product.Axis == 0) == (weight.IsLinear != weight.IsTurned));
        return weight is null || Weights(flow, value.With(product.Other), Deepest).Any()
            || IsVectorOfAnother(flow, value.With(product.Other), weight.Layer.Operation)
            || ((weight.IsLinear || product.IsFirst) && !TensorUse.IsGivenTensors(value.Operation))
                ? null
                : flow.Origins(weight.Layer, IsOfModel)
                    .Select(origin => origin.Operation)
                    .Where(IsOfModel)
                    .Cast<IMemberReferenceOperation>()
                    .Select(member => new ReadoutByWeight(member.Member, weight.IsLinear))
                    .FirstOrDefault();
    }

    /// <summary>Whether what is multiplied are another embedding's vectors: a product of two vectors is none of a readout.</summary>
    private static bool IsVectorOfAnother(ValueFlow flow, FlowValue left, IOperation words) =>
        words is IMemberReferenceOperation { Member: var own }
        && flow.Origins(left, operation => EmbeddingOf(operation) is not null) is { Count: > 0 } origins
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

    /// <summary>Whether the layer is an input layer that widens with the model, by what its class's constructor says.</summary>
    public bool Widens(Compilation compilation, CancellationToken cancellation) =>
        Member.ContainingType.Attribute(WellKnownNames.ParameterizeAttribute) is { } attribute
        && ReadingCache.Read(Member.ContainingType, attribute, compilation, cancellation).Model is { } model
        && model.Layers.FirstOrDefault(layer => layer.Member.TrimStart('@') == Member.Name) is { Tensors: { Count: > 0 } tensors }
        && tensors[0].Scaling.Declaration is { Kind: ParameterKind.Input, Ratios.FanOut.IsOne: false };

    /// <summary>The ways to read a product of two tensors as one with a weight, and the axis of the weight that is summed over.</summary>
    private static IEnumerable<Product> Products(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: "linear" or "matmul" or "mm" or "einsum" } method } call
            || !LayerCatalogue.IsTorchSharp(method))
        {
            return [];
        }

        var given = call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal)
            .SelectMany(argument => TensorArguments.Parts(argument.Value))
            .Prepend(call.Instance).OfType<IOperation>()
            .Where(part => part.Type.SelfAndBases().Any(type => type.Is(WellKnownNames.Tensor))).ToArray();
        return (given.Length, method.Name) switch
        {
            ( < 2, _) => [],
            (_, "linear") => [new(given[0], given[1], 1, false)],
            (2, "einsum") => Enumerable.Range(0, 2).Select(weight => Summed(call, weight) is { } axis
                ? new Product(given[1 - weight], given[weight], axis, false)
                : null).OfType<Product>(),
            (_, "einsum") => [],
            _ => [new(given[0], given[1], 0, false), new(given[1], given[0], 1, true)],
        };
    }

    /// <summary>Which of its two axes an einsum sums over, of the operand with a number: as <c>btd,vd->btv</c>.</summary>
    private static int? Summed(IInvocationOperation einsum, int operand) =>
        TensorArguments.Axes(einsum) is var (operands, result)
        && operands[operand] is { Length: 2 } own
        && own.Where(letter => operands[1 - operand].Contains(letter) && !result.Contains(letter)).ToArray() is { Length: 1 } summed
            ? own.IndexOf(summed[0])
            : null;

    private static IEnumerable<Weight> Weights(ValueFlow flow, FlowValue value, int depth)
    {
        return depth == 0 ? [] : flow.Origins(value).SelectMany(origin => origin.Operation switch
        {
            IPropertyReferenceOperation { Property.Name: "weight", Instance: { Type: { } type } layer } =>
                LayerCatalogue.Of(type) is { Name: "Embedding" or "Linear" } shape
                    ? [new(origin.With(layer), shape.Name == "Linear", false)]
                    : [],
            IPropertyReferenceOperation { Property.Name: var name, Instance: { } whole } when Turns.Contains(name) =>
                Turned(origin.With(whole)),
            IInvocationOperation { TargetMethod.Name: var name, Instance: { } whole } when Turns.Contains(name) =>
                Turned(origin.With(whole)),
            IInvocationOperation { TargetMethod.Name: var name, Instance: { } whole } when Moves.Contains(name) =>
                Weights(flow, origin.With(whole), depth - 1),
            _ => Enumerable.Empty<Weight>(),
        });

        IEnumerable<Weight> Turned(FlowValue whole) =>
            Weights(flow, whole, depth - 1).Select(weight => weight with { IsTurned = !weight.IsTurned });
    }

    /// <summary>A member that holds something itself: one that gives out another is followed to that.</summary>
    private static bool IsOfModel(IOperation operation) =>
        operation is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } reference
        && reference.Member.ContainingType.IsScaled()
        && !reference.Member.Has(WellKnownNames.UnscaledAttribute)
        && (reference.Member is not IPropertySymbol property || !property.IsSourced()
            || property.ContainingType.GetMembers().Any(member =>
                member is IFieldSymbol { AssociatedSymbol: { } held } && SymbolEqualityComparer.Default.Equals(held, property)));

    private sealed record Product(IOperation Other, IOperation Weight, int Axis, bool IsFirst);

    private sealed record Weight(FlowValue Layer, bool IsLinear, bool IsTurned);
}
