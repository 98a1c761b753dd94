using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>
/// Finds a decay for the groups of a model, by hand, that joins the gradient before that is normalised, and does not follow the gradient.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoupledDecayAnalyzer() : SourceAnalyzer(Descriptors.CoupledDecay)
{
    /// <summary>The factor of a group that the decay needs, and its place among the group's parts.</summary>
    internal const string Factor = "CoupledDecay";

    private const string Decay = "weight_decay";
    private const int FactorPlace = 6;

    private protected override void Register(AnalysisContext context) => context.RegisterOperationAction(
        Analyze, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment);

    private static void Analyze(OperationAnalysisContext context)
    {
        if (Given(context.Operation) is not var (optimizer, decay) || !OptimizerCatalogue.CouplesDecay(optimizer) || IsNone(decay))
        {
            return;
        }

        var method = context.Operation.Root();
        if (GeneratedOptimizer.GroupsIn(method) is { } model && !method.Descendants().Any(ReadsFactor))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.CoupledDecay, decay.Syntax.GetLocation(), optimizer, model.Name));
        }
    }

    /// <summary>An optimizer and the decay that it, a group of its or the options of one are given.</summary>
    private static (string Optimizer, IOperation Decay)? Given(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: { Name: Decay, ContainingType: var options } } } assignment
            when OptimizerAround(options) is { } optimizer => (optimizer.Name, assignment.Value),
        IObjectCreationOperation { Constructor.ContainingType: var group } creation when OptimizerAround(group) is { } optimizer =>
            Argument(optimizer.Name, creation.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation
            when constructor.ContainingType.DerivesFrom(WellKnownNames.Optimizer) && GeneratedOptimizer.TakesGroups(constructor) =>
            Argument(constructor.ContainingType.Name, creation.Arguments),
        IInvocationOperation { TargetMethod: var factory } call
            when factory.ContainingType.Is(WellKnownNames.OptimizerFactories) && GeneratedOptimizer.TakesGroups(factory) =>
            Argument(factory.Name, call.Arguments),
        _ => null,
    };

    private static INamedTypeSymbol? OptimizerAround(INamedTypeSymbol part) =>
        part.ContainingType is { } optimizer && optimizer.DerivesFrom(WellKnownNames.Optimizer) ? optimizer : null;

    private static (string Optimizer, IOperation Decay)? Argument(string optimizer, IEnumerable<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(argument => argument is { Parameter.Name: Decay, ArgumentKind: ArgumentKind.Explicit })
            is { Value: var decay } ? (optimizer, decay) : null;

    private static bool IsNone(IOperation decay)
    {
        while (decay is IConversionOperation { IsImplicit: true, Operand: var operand })
        {
            decay = operand;
        }

        return decay.ConstantValue is { HasValue: true, Value: null or 0 or 0.0 or 0f };
    }

    private static bool ReadsFactor(IOperation operation) => operation switch
    {
        IMemberReferenceOperation { Member.Name: Factor or "Item6" } => true,
        ITupleOperation { Elements: { Length: FactorPlace } parts } => parts[FactorPlace - 1] is not IDiscardOperation,
        _ => false,
    };
}
