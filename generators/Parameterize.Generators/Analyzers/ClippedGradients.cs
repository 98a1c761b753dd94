using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>Gradients of a model that are clipped by their plain norm, and the SGD that then steps.</summary>
/// <param name="Call">The call that clips.</param>
/// <param name="Held">The model's parameters, as the call is given them.</param>
/// <param name="Optimizer">The optimizer, as its step names it.</param>
/// <param name="Name">Its class.</param>
internal readonly record struct ClippedGradients(IInvocationOperation Call, HeldParameters Held, IOperation Optimizer, string Name)
{
    /// <summary>The classes of optimizers whose update is proportional to the gradient, so that its size matters.</summary>
    private static readonly HashSet<string> SgdLike =
        [.. OptimizerCatalogue.All.Where(optimizer => optimizer.Family == OptimizerFamily.SgdLike).Select(optimizer => optimizer.Type)];

    public static bool IsClipping(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "clip_grad_norm_" } method }
            && method.ContainingType.Is(WellKnownNames.Utilities);

    /// <summary>
    /// Null for another operation, and where the method that it stands in steps no SGD of the model: which optimizer follows is unknown
    /// then.
    /// </summary>
    public static ClippedGradients? Of(ValueFlow flow, FlowValue operation)
    {
        if (!IsClipping(operation.Operation)
            || operation.Operation is not IInvocationOperation call
            || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is not { Value: var tensors }
            || new ParameterFlow(flow).In(operation.With(tensors)) is not { Count: > 0 } all)
        {
            return null;
        }

        var steps = Steps(flow, operation);
        foreach (var held in all)
        {
            // Of a GAN's two optimizers one is the model's; one that comes from elsewhere may be anybody's.
            var own = steps.Where(step => step.Origins.Any(origin => IsOf(origin, held.Model))).ToArray();
            var meant = own.Length > 0 || steps.Any(step => step.Origins.Any(IsMade)) ? own : steps;
            if (meant.Length > 0 && meant.All(step => step.Sgd is not null))
            {
                return new ClippedGradients(call, held, meant[0].Optimizer, meant[0].Sgd!);
            }
        }

        return null;
    }

    /// <summary>The optimizers that step in the method around a call, each with where it may come from.</summary>
    private static (IOperation Optimizer, IOperation[] Origins, string? Sgd)[] Steps(ValueFlow flow, FlowValue at) =>
    [
        .. at.Operation.Root().Descendants()
            .OfType<IInvocationOperation>()
            .Where(call =>
                call is { TargetMethod.Name: "step", Instance: { } optimizer } && optimizer.Type.DerivesFrom(WellKnownNames.Optimizer))
            .Select(call => call.Instance!)
            .Select(optimizer =>
                (Optimizer: optimizer, Origins: flow.Origins(at.With(optimizer)).Select(origin => origin.Operation).ToArray()))
            .Select(step =>
                (step.Optimizer,
                    step.Origins,
                        step.Origins.Select(origin => origin.Type?.Name)
                            .FirstOrDefault(name => name is not null && SgdLike.Contains(name)))),
    ];

    private static bool IsOf(IOperation origin, INamedTypeSymbol model) => origin is IInvocationOperation call
        && GeneratedOptimizer.IsFactory(call.TargetMethod)
        && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType.OriginalDefinition, model.OriginalDefinition);

    /// <summary>Whether it is seen where the optimizer is made, and so of which parameters.</summary>
    private static bool IsMade(IOperation origin) =>
        BuiltOptimizer.Of(origin) is not null || (origin is IInvocationOperation call && GeneratedOptimizer.IsFactory(call.TargetMethod));
}
