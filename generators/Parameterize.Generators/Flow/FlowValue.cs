using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Flow;

/// <summary>An expression, and the arguments of the call that it is run by, where that call is at hand.</summary>
internal readonly record struct FlowValue(IOperation Operation, CallFrame? Frame = null)
{
    /// <summary>Another expression of the same call.</summary>
    public FlowValue With(IOperation operation) => this with { Operation = operation };
}

/// <summary>What the parameters of a method are in one call of it.</summary>
internal sealed class CallFrame(IReadOnlyDictionary<IParameterSymbol, FlowValue> arguments)
{
    /// <summary>The argument; null for a parameter of something else, such as a lambda.</summary>
    public FlowValue? ArgumentOf(IParameterSymbol parameter) =>
        arguments.TryGetValue(parameter.OriginalDefinition, out var value) ? value : null;
}
