using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>Finds RAdam over the groups of a model: TorchSharp's multiplies by each group's rate twice.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SquaredRateAnalyzer() : SourceAnalyzer(Descriptors.SquaredRate)
{
    private const string RAdam = "RAdam";

    private protected override void Register(AnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == RAdam && Model(call) is { } model)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.SquaredRate, call.Syntax.GetLocation(), model.Name));
        }
    }

    /// <summary>The annotated class whose groups an RAdam gets; null where it gets none, and so has one rate.</summary>
    private static INamedTypeSymbol? Model(IInvocationOperation call)
    {
        if (GeneratedOptimizer.IsFactory(call.TargetMethod))
        {
            return call.TargetMethod.ContainingType;
        }

        return call.TargetMethod.ContainingType.Is(WellKnownNames.OptimizerFactories) && GeneratedOptimizer.TakesGroups(call.TargetMethod)
            ? GeneratedOptimizer.GroupsIn(call.Root())
            : null;
    }
}
