using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Checks;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Analyzers;

/// <summary>How numbers and the last axes of tensors grow in a forward pass, by what the constructor made of the class's members.</summary>
internal sealed class SizeInForward(ValueFlow flow, ModelSpec model, IReadOnlyDictionary<string, Value> members)
{
    /// <summary>The class.</summary>
    public ModelSpec Model => model;

    /// <summary>Of an annotated class; null where something is wrong with that.</summary>
    public static SizeInForward? Read(ValueFlow flow, INamedTypeSymbol type, SymbolAnalysisContext context) =>
        type.Attribute(WellKnownNames.ParameterizeAttribute) is { } attribute
        && ModelReading.Read(type, attribute, context.Compilation, context.CancellationToken) is { Model: { } model } reading
            ? new(flow, model, reading.Members)
            : null;

    /// <summary>What one tensor is made of is followed so far.</summary>
    private const int Deepest = 16;

    /// <summary>What leaves the last axis as it is.</summary>
    private static readonly HashSet<string> Alike =
    [
        "contiguous", "to", "clone", "mul", "mul_", "div", "div_", "add", "add_", "sub", "dropout", "relu", "gelu", "silu", "tanh",
        "select", "unbind", "chunk", "index_select",
        "layer_norm", "normalize", "squeeze", "unsqueeze", "masked_fill", "detach", "cuda", "cpu", "call", "forward", "flip",
    ];

    /// <summary>What makes vectors: their features lie along the last axis.</summary>
    private static readonly HashSet<string> OfVectors = ["Linear", "Embedding"];

    /// <summary>Whether an operation runs a linear layer or an embedding.</summary>
    public bool IsLayer(IOperation operation) => LayerOf(operation) is not null;

    /// <summary>Over the same number at base widths; null where that is not known.</summary>
    public Factor? Of(FlowValue number) => Of(number, Deepest);

    /// <summary>The same of the last axis of a tensor.</summary>
    public Factor? LastAxis(FlowValue tensor) => LastAxis(tensor, Deepest);

    private Factor? Of(FlowValue number, int depth)
    {
        if (depth == 0)
        {
            return null;
        }

        var origins = flow.Origins(number, operation => ValueOf(operation) is not null);
        return Common(origins.Select(origin => At(origin, depth - 1)));
    }

    private Factor? At(FlowValue number, int depth)
    {
        if (number.Operation.ConstantValue.HasValue)
        {
            return Factor.One;
        }

        if (ValueOf(number.Operation) is { } held)
        {
            return held.Dimension.Ratio;
        }

        switch (number.Operation)
        {
            case IParameterReferenceOperation
            {
                Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor, Name: var name },
            }
                when constructor.ContainingType.IsAnnotated():
                return model.Widths.FirstOrDefault(width => width.Parameter == name) is { Symbol: var own } ? Factor.Of(own) : Factor.One;
            case IPropertyReferenceOperation { Instance: IParameterReferenceOperation, Syntax: var option }
                when model.Widths.FirstOrDefault(width => width.Parameter == option.ToString()) is { Symbol: var symbol }:
                return Factor.Of(symbol);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product:
                return Times(Of(number.With(product.LeftOperand), depth), Of(number.With(product.RightOperand), depth));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient:
                return Times(Of(number.With(quotient.LeftOperand), depth), Of(number.With(quotient.RightOperand), depth)?.Inverse());
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } negative:
                return Of(number.With(negative.Operand), depth);
            case IInvocationOperation { TargetMethod: { Name: "Sqrt", ContainingType.Name: "Math" or "MathF" }, Arguments: var root }:
                return Of(number.With(root[0].Value), depth)?.Pow(Rational.Half);
            case IInvocationOperation { TargetMethod: { Name: "Pow", ContainingType.Name: "Math" or "MathF" }, Arguments: var power }
                when Constant(power[1].Value) is 0.5 or -0.5 or 1 or -1 or 2:
                return Of(number.With(power[0].Value), depth)?.Pow(new Rational((long)(2 * Constant(power[1].Value)!.Value), 2));
            case IInvocationOperation { TargetMethod.Name: "size", Instance: { } tensor, Arguments: { Length: 1 } axis }
                when Constant(axis[0].Value) == -1 || IsThirdOfThree(tensor, axis[0].Value):
                return LastAxis(number.With(tensor), depth) ?? OfGiven(number.With(tensor));
            case IArrayElementReferenceOperation
            {
                ArrayReference: IPropertyReferenceOperation { Property.Name: "shape", Instance: { } tensor },
                Indices: { Length: 1 } axis,
            }
                when IsLast(axis[0]) || IsThirdOfThree(tensor, axis[0]):
                return LastAxis(number.With(tensor), depth) ?? OfGiven(number.With(tensor));
            default:
                return null;
        }
    }

    private Factor? LastAxis(FlowValue tensor, int depth) =>
        depth == 0
            ? null
            : Common(flow.Origins(tensor, operation => LayerOf(operation) is not null).Select(origin => AxisAt(origin, depth - 1)));

    private Factor? AxisAt(FlowValue tensor, int depth)
    {
        if (LayerOf(tensor.Operation) is { } layer)
        {
            return layer.Tensors[0].Scaling.Declaration.Ratios.FanOut;
        }

        switch (tensor.Operation)
        {
            case IInvocationOperation { TargetMethod.Name: "view" or "reshape", Instance: { } whole } call:
                return OfShape(tensor.With(whole), Sizes(call.Arguments.Select(argument => argument.Value)).ToArray(), tensor, depth);
            case IInvocationOperation { TargetMethod.Name: "unflatten", Instance: { } whole, Arguments: { Length: > 1 } arguments }:
                return OfShape(tensor.With(whole), Sizes(arguments.Skip(1).Select(argument => argument.Value)).ToArray(), tensor, depth);
            case IInvocationOperation { TargetMethod.Name: "transpose", Instance: { } other, Arguments: { Length: 2 } axes }
                when axes.All(axis => Constant(axis.Value) is >= 0 and <= 2 or -2 or -3):
                return LastAxis(tensor.With(other), depth);
            case IInvocationOperation { TargetMethod.Name: "permute", Instance: { } other } call
                when Sizes(call.Arguments.Select(argument => argument.Value)).ToArray() is { Length: > 0 } order
                    && Constant(order[order.Length - 1]) is { } last
                    && (last == -1 || last == order.Length - 1):
                return LastAxis(tensor.With(other), depth);
            case IInvocationOperation { TargetMethod.Name: "split", Instance: not null, Arguments: { Length: > 0 } arguments }:
                return Of(tensor.With(arguments[0].Value), depth);
            case IInvocationOperation { TargetMethod: var method } call when Alike.Contains(method.Name) && Subject(call) is { } subject:
                return LastAxis(tensor.With(subject), depth);
            case IBinaryOperation { LeftOperand: var left, RightOperand: var right }:
                return LastAxis(tensor.With(left.Type.Is(WellKnownNames.Tensor) ? left : right), depth);
            case IArrayElementReferenceOperation { ArrayReference: var several }:
                return LastAxis(tensor.With(several), depth);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } whole, Arguments: { Length: 1 } index }
                when Constant(index[0].Value) is not null:
                return LastAxis(tensor.With(whole), depth);
            default:
                return null;
        }
    }

    /// <summary>
    /// The last of the sizes; the rest of the old last axis where that is left open, of a tensor whose other sizes do not grow.
    /// </summary>
    private Factor? OfShape(FlowValue whole, IOperation[] sizes, FlowValue at, int depth)
    {
        if (sizes.Length == 0)
        {
            return null;
        }

        var last = sizes[sizes.Length - 1];
        if (Constant(last) != -1)
        {
            return Of(at.With(last), depth);
        }

        return sizes.Length == 1 ? null : Times(LastAxis(whole, depth), Of(at.With(sizes[sizes.Length - 2]), depth)?.Inverse());
    }

    /// <summary>The last axis of the input, which a block takes its sizes of.</summary>
    private Factor? OfGiven(FlowValue tensor) => Common(flow.Origins(tensor).Select(origin =>
        origin.Operation is IParameterReferenceOperation { Parameter: var given } ? ReadBy(given, origin.Operation) : null));

    /// <summary>What the linear layers take that a method gives the tensor to that it is given, and that it does not exchange.</summary>
    private Factor? ReadBy(IParameterSymbol given, IOperation use)
    {
        var parts = use.Root().Descendants().ToArray();
        return parts.Any(part => part is IAssignmentOperation { Target: var target } && IsGiven(target)) ? null
            : Common(parts.OfType<IInvocationOperation>()
                .Where(call => call.Arguments.FirstOrDefault()?.Value is { } argument && IsGiven(argument))
                .Select(LayerOf)
                .OfType<LayerSpec>()
                .Where(static layer => !layer.Tensors[0].Scaling.Declaration.Ratios.FanIn.IsOne)
                .Select(static layer => (Factor?)layer.Tensors[0].Scaling.Declaration.Ratios.FanIn));

        bool IsGiven(IOperation operation) => operation switch
        {
            IConversionOperation { Operand: var operand } => IsGiven(operand),
            IParameterReferenceOperation { Parameter: var parameter } => SymbolEqualityComparer.Default.Equals(parameter, given),
            _ => false,
        };
    }

    /// <summary>
    /// Whether the axis with number 2 is asked for, and none behind it: of sequences of vectors, batch by batch, that is the last one.
    /// </summary>
    private static bool IsThirdOfThree(IOperation tensor, IOperation axis) => Constant(axis) == 2 && Symbol(tensor) is var symbol
        && (symbol is null || !tensor.Root().Descendants().Any(part => Asked(part) is var (other, number)
            && Constant(number) > 2 && SymbolEqualityComparer.Default.Equals(Symbol(other), symbol)));

    private static (IOperation Tensor, IOperation Axis)? Asked(IOperation part) => part switch
    {
        IInvocationOperation { TargetMethod.Name: "size", Instance: { } tensor, Arguments: { Length: 1 } axis } => (tensor, axis[0].Value),
        IArrayElementReferenceOperation
        {
            ArrayReference: IPropertyReferenceOperation { Property.Name: "shape", Instance: { } tensor },
            Indices: { Length: 1 } axis,
        } => (tensor, axis[0]),
        _ => null,
    };

    private static ISymbol? Symbol(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        _ => null,
    };

    /// <summary>What a call works on: its tensor, or what a module or a function is given.</summary>
    private static IOperation? Subject(IInvocationOperation call) =>
        call.Instance is { } own && own.Type.Is(WellKnownNames.Tensor) ? own : call.Arguments.FirstOrDefault()?.Value;

    /// <summary>What a member of the object holds after construction, if that is a number that is a product of widths.</summary>
    private Value? ValueOf(IOperation operation) =>
        operation is IMemberReferenceOperation { Member: IFieldSymbol
            or IPropertySymbol { IsIndexer: false }, Instance: IInstanceReferenceOperation } reference
        && reference.Type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double }
        && members.TryGetValue(reference.Member.Name, out var value)
        && value.Dimension.Ratio is not null
            ? value
            : null;

    /// <summary>The linear layer or embedding that a call runs, by its generated method or directly.</summary>
    private LayerSpec? LayerOf(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: var name } method, Instance: null
            or IInstanceReferenceOperation } when method.ContainingType.IsAnnotated() =>
            Linear(layer => layer.ForwardName == name),
        IInvocationOperation { Instance: IMemberReferenceOperation { Member.Name: var name } } call when LayerFlow.IsApplied(call) =>
            Linear(layer => layer.Member.TrimStart('@') == name),
        _ => null,
    };

    private LayerSpec? Linear(Func<LayerSpec, bool> isMeant) =>
        model.Layers.FirstOrDefault(layer => layer.Tensors.Count > 0 && isMeant(layer) && layer.Form == LayerForm.Module
        && members.TryGetValue(layer.Member.TrimStart('@'), out var built) && built.Calls.Count > 0
        && built.Calls.All(call => OfVectors.Contains(call.Method.Name)));

    private static IEnumerable<IOperation> Sizes(IEnumerable<IOperation> arguments) => arguments.SelectMany(argument => argument switch
    {
        IConversionOperation { Operand: var operand } => Sizes([operand]),
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        ICollectionExpressionOperation { Elements: var elements } => elements,
        _ => Enumerable.Repeat(argument, 1),
    });

    private static bool IsLast(IOperation index) => Constant(index) == -1
        || (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var operand } && Constant(operand) == 1);

    private static double? Constant(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: int value } } => value,
        { ConstantValue: { HasValue: true, Value: long value } } => value,
        { ConstantValue: { HasValue: true, Value: double value } } => value,
        { ConstantValue: { HasValue: true, Value: float value } } => value,
        IConversionOperation conversion => Constant(conversion.Operand),
        _ => null,
    };

    private static Factor? Times(Factor? one, Factor? other) => one is null || other is null ? null : one * other;

    private static Factor? Common(IEnumerable<Factor?> all)
    {
        var factors = all.Distinct().ToArray();
        return factors.Length == 1 ? factors[0] : null;
    }
}
