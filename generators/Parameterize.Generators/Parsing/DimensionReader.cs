using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Parsing;

/// <summary>Evaluates an expression to what it says of a dimension: follows widths through variables and arithmetic.</summary>
internal sealed class DimensionReader(IReadOnlyDictionary<string, Dimension> widths)
{
    private readonly Dictionary<ISymbol, Dimension> _variables = new(SymbolEqualityComparer.Default);

    /// <summary>Notes what a local, a field or a property now holds.</summary>
    public void Assign(ISymbol variable, Dimension value) =>
        _variables[variable] = _variables.TryGetValue(variable, out var before) ? before.Or(value) : value;

    public Dimension Read(IOperation? operation) => operation switch
    {
        null => Dimension.Unknown,
        { ConstantValue: { HasValue: true, Value: var value } } => Constant(value),
        IConversionOperation conversion => Read(conversion.Operand),
        IParenthesizedOperation parenthesized => Read(parenthesized.Operand),
        IParameterReferenceOperation reference => OfParameter(reference.Parameter),
        ILocalReferenceOperation reference => OfVariable(reference.Local, unseen: Dimension.Unknown),
        IFieldReferenceOperation reference => OfVariable(reference.Field, unseen: Dimension.Unknown),
        IPropertyReferenceOperation reference => OfVariable(reference.Property, unseen: Dimension.Unknown),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } binary => Read(binary.LeftOperand) * Read(binary.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } binary => Read(binary.LeftOperand) / Read(binary.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } binary => Read(binary.LeftOperand) + Read(binary.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } binary => Read(binary.LeftOperand) - Read(binary.RightOperand),
        IArrayCreationOperation { Initializer.ElementValues: { Length: > 0 } shape } => shape.Select(Read).Aggregate((a, b) => a * b),
        _ => DependsOnWidth(operation) ? Dimension.Unknown : Dimension.Finite(),
    };

    private static Dimension Constant(object? value) => value switch
    {
        int number => Dimension.Finite(number),
        long number => Dimension.Finite(number),
        short number => Dimension.Finite(number),
        byte number => Dimension.Finite(number),
        uint number => Dimension.Finite(number),
        _ => Dimension.Finite(),
    };

    private Dimension OfParameter(IParameterSymbol parameter) =>
        widths.TryGetValue(parameter.Name, out var width) ? width : OfVariable(parameter, unseen: Dimension.Finite());

    private Dimension OfVariable(ISymbol variable, Dimension unseen) =>
        _variables.TryGetValue(variable, out var dimension) ? dimension : unseen;

    private bool DependsOnWidth(IOperation operation) => operation.Descendants()
        .Any(part => part is IParameterReferenceOperation or ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
            && !Read(part).IsFinite);
}
