using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>A call by which one of TorchSharp's own optimizers gets parameters, or groups of them.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Name">Of the optimizer, as <c>AdamW</c>.</param>
/// <param name="Parameters">The argument.</param>
internal sealed record BuiltOptimizer(IOperation Operation, string Name, IArgumentOperation Parameters)
{
    /// <summary>Null for an operation that is no such call.</summary>
    public static BuiltOptimizer? Of(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var factory } call when factory.ContainingType.Is(WellKnownNames.OptimizerFactories) =>
            Over(call, factory.Name, call.Arguments),
        IInvocationOperation { TargetMethod.Name: "add_param_group", Instance.Type: { } type } call when type.DerivesFrom(
            WellKnownNames.Optimizer) =>
            Over(call, type.Name, call.Arguments),
        IObjectCreationOperation { Type: { } type } creation when type.DerivesFrom(WellKnownNames.Optimizer) && !type.IsSourced() =>
            Over(creation, type.Name, creation.Arguments),
        _ => null,
    };

    private static BuiltOptimizer? Over(IOperation call, string name, IEnumerable<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { } first ? new BuiltOptimizer(call, name, first) : null;
}
