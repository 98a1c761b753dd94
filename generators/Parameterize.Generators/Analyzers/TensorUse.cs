using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>Finds computations with a layer's weight, or with a bare parameter, that leave the multiplier out.</summary>
internal static class TensorUse
{
    /// <summary>What applies a weight to something.</summary>
    private static readonly HashSet<string> Products =
    [
        "linear", "bilinear", "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "embedding",
        "embedding_bag",
        "matmul", "mm", "bmm", "mv", "addmm", "addmv", "baddbmm", "einsum", "tensordot", "inner",
    ];

    /// <summary>The same numbers in another order or place.</summary>
    private static readonly HashSet<string> Views =
    [
        "t", "transpose", "transpose_", "permute", "view", "reshape", "flatten", "squeeze", "unsqueeze", "expand", "swapaxes", "swapdims",
        "narrow", "select", "chunk",
        "contiguous", "to", "cuda", "cpu", "type_as", "alias", "T", "mT", "H", "mH",
    ];

    /// <summary>Of these, the ones that also leave the order alone.</summary>
    private static readonly HashSet<string> Moves = ["to", "cuda", "cpu", "type_as", "contiguous", "alias"];

    /// <summary>What tells something about a parameter, and what copies it.</summary>
    private static readonly HashSet<string> Looks =
    [
        "norm", "std", "var", "mean", "min", "max", "median", "quantile", "abs", "pow", "square", "sum", "histc", "isnan", "isinf",
        "isfinite", "any", "all",
        "count_nonzero", "detach", "clone", "allclose", "eq", "ne", "equal", "numel",
    ];

    public static IEnumerable<LayerUse> Of(ValueFlow flow, LayerFlow layers, IOperation operation)
    {
        if (StartOf(operation) is { } start)
        {
            return ParametersIn(flow, layers, start);
        }

        if (Operands(operation) is not { } operands || operands.Count == 0)
        {
            return [];
        }

        var isProduct = operation is IInvocationOperation { TargetMethod: var method } && LayerCatalogue.IsTorchSharp(method)
            && Products.Contains(method.Name);
        // A readout by an embedding's weight has a diagnostic of its own: the embedding's method is no remedy.
        var readout = isProduct ? ReadoutByWeight.Of(flow, new FlowValue(operation))?.Member : null;
        var weights = isProduct
            ? operands.SelectMany(operand => WeightsIn(flow, layers, operand))
                .Where(weight => !SymbolEqualityComparer.Default.Equals(weight.Layer.Member, readout)).ToArray()
            : [];
        // A product of weights with one another is about the weights, as a penalty is.
        var applied = (weights.Length == operands.Count || !IsGivenTensors(operation) ? [] : weights)
            .GroupBy(weight => weight.Layer.Member, SymbolEqualityComparer.Default)
            .Select(group => group.First())
            .Select(weight =>
                new LayerUse(weight.Layer, operation.Syntax, "applied by its weight alone", forward => $"call {forward}", weight.IsOwn));
        return applied.Concat(operands.SelectMany(operand => ParametersIn(flow, layers, operand)));
    }

    /// <summary>
    /// Whether a method is given what a layer could be applied to: one that is not looks at the weights, as for their norms.
    /// </summary>
    internal static bool IsGivenTensors(IOperation operation) =>
        operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is not IMethodSymbol method
        || method.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction
        || method.Parameters.Any(static parameter => parameter.Type.SpecialType == SpecialType.None);

    /// <summary>What a computation makes a tensor of; null for anything else.</summary>
    private static IReadOnlyList<IOperation>? Operands(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorMethod: not null } sum when IsTensor(sum.Type) => [sum.LeftOperand, sum.RightOperand],
        ICompoundAssignmentOperation { OperatorMethod: not null } sum when IsTensor(sum.Type) => [sum.Value],
        IInvocationOperation { TargetMethod: var method } call when IsTensor(call.Type) && !IsLook(method) =>
            [
                .. call.Arguments.SelectMany(argument => Parts(argument.Value))
                    .Prepend(call.Instance)
                    .OfType<IOperation>()
                    .Where(part => IsTensor(part.Type)),
            ],
        _ => null,
    };

    /// <summary>What a variable begins as that becomes other tensors: which of them is meant later, nobody can tell.</summary>
    private static IOperation? StartOf(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation { Symbol: var local } declarator when declarator.GetVariableInitializer() is { } initializer
            && IsChanged(operation, local) => initializer.Value,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Value: var value } when IsChanged(
            operation, local) => value,
        _ => null,
    };

    private static bool IsChanged(IOperation use, ILocalSymbol local) => local.Type.Is(WellKnownNames.Tensor)
        && use.Root()
            .Descendants()
            .OfType<ILocalReferenceOperation>()
            .FirstOrDefault(other => SymbolEqualityComparer.Default.Equals(other.Local, local)) is { } reference
        && VariableValues.Of(reference).Skip(1).Any();

    private static bool IsTensor(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TypeArguments.Any(IsTensor),
        IArrayTypeSymbol array => IsTensor(array.ElementType),
        _ => type.SelfAndBases().Any(current => current.Is(WellKnownNames.Tensor)),
    };

    /// <summary>Methods that change their receiver set or gather values, those of init and utils too.</summary>
    private static bool IsLook(IMethodSymbol method) => method.Name.EndsWith("_", StringComparison.Ordinal)
        || (LayerCatalogue.IsTorchSharp(method)
            && (Looks.Contains(method.Name) || Moves.Contains(method.Name) || method.ContainingType.Name is "init" or "utils"));

    private static IEnumerable<IOperation> Parts(IOperation argument) => argument switch
    {
        IConversionOperation conversion => IsTensor(conversion.Operand.Type) ? [conversion.Operand] : Parts(conversion.Operand),
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        ICollectionExpressionOperation { Elements: var elements } => elements,
        _ => [argument],
    };

    private static IEnumerable<(ScaledLayer Layer, bool IsOwn)> WeightsIn(ValueFlow flow, LayerFlow layers, IOperation operand) =>
        flow.Origins(new FlowValue(Bare(operand, Views)))
            .Select(origin => origin.With(Bare(origin.Operation, Views)))
            .SelectMany(origin =>
                origin.Operation is IPropertyReferenceOperation { Property.Name: "weight", Instance: { Type: { } type } layer }
                    && LayerCatalogue.Of(type) is { IsNorm: false }
                    ? layers.In(origin.With(layer)).Select(found => (found, LayerUse.IsOwnMember(flow, layer, found)))
                    : []);

    private static IEnumerable<LayerUse> ParametersIn(ValueFlow flow, LayerFlow layers, IOperation operand)
    {
        var bare = Bare(operand, Moves);
        return MayBeParameter(bare)
            ? layers.In(new FlowValue(bare))
                .Where(found => IsParameter(found.Member))
                .Select(found =>
                    new LayerUse(
                        found, operand.Syntax, "read directly", forward => $"read {forward}",
                        bare == found.Reference && LayerUse.IsOwnMember(flow, bare, found)))
            : [];
    }

    /// <summary>A member, an element of one, or a variable that is nothing else: what else there is is followed by nobody.</summary>
    private static bool MayBeParameter(IOperation operand) => operand switch
    {
        IMemberReferenceOperation or IArrayElementReferenceOperation => true,
        ILocalReferenceOperation local => !VariableValues.Of(local).Skip(1).Any(),
        _ => false,
    };

    private static bool IsParameter(ISymbol member) => (member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type) switch
    {
        IArrayTypeSymbol array => array.ElementType.Is(WellKnownNames.Parameter),
        INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } => arguments[0].Is(WellKnownNames.Parameter),
        var type => type.Is(WellKnownNames.Parameter) || type.Is(WellKnownNames.ParameterList),
    };

    private static IOperation Bare(IOperation operation, ISet<string> through) => operation switch
    {
        IConversionOperation conversion => Bare(conversion.Operand, through),
        IInvocationOperation { Instance: { } tensor, TargetMethod: var method } when through.Contains(method.Name)
            && IsTensor(tensor.Type) => Bare(tensor, through),
        IPropertyReferenceOperation { Instance: { } tensor, Property: var property } when through.Contains(property.Name)
            && IsTensor(tensor.Type) => Bare(tensor, through),
        _ => operation,
    };
}
