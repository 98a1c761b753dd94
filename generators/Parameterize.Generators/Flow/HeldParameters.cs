using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Flow;

/// <summary>Parameters of a model, as they are asked for somewhere.</summary>
/// <param name="Model">Its annotated class.</param>
/// <param name="Asked">The call of <c>parameters()</c> or <c>named_parameters()</c>, or one tensor by its name.</param>
/// <param name="IsWhole">Whether what was looked at is these parameters, all that train, and nothing else.</param>
internal sealed record HeldParameters(INamedTypeSymbol Model, IOperation Asked, bool IsWhole)
{
    /// <summary>The object that is asked: <c>model</c> in <c>model.parameters()</c> and in <c>model.Mix.weight</c>.</summary>
    public IOperation? Owner => Asked is IInvocationOperation call ? call.Instance : OwnerOf(Asked);

    private static IOperation OwnerOf(IOperation part) =>
        part is IMemberReferenceOperation { Instance: { } owner } && !part.Type.IsAnnotated() ? OwnerOf(owner) : part;
}
