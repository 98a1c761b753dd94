using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Analyzers.Flow;

/// <summary>All parameters of a model, as they are asked for somewhere.</summary>
/// <param name="Model">Its annotated class.</param>
/// <param name="Call">Of <c>parameters()</c> or <c>named_parameters()</c>.</param>
/// <param name="IsWhole">Whether what was looked at is these parameters, all that train, and nothing else.</param>
internal sealed record HeldParameters(INamedTypeSymbol Model, IInvocationOperation Call, bool IsWhole);
