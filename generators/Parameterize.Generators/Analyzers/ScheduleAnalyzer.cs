using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;

namespace Parameterize.Generators.Analyzers;

/// <summary>Finds schedules that set rates instead of multiplying each group's own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScheduleAnalyzer() : SourceAnalyzer(Descriptors.FlatSchedule)
{
    private protected override void Register(AnalysisContext context) => context.RegisterOperationAction(
        Analyze, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment);

    private static void Analyze(OperationAnalysisContext context)
    {
        var flow = new ValueFlow(context.Compilation, context.CancellationToken);
        var operation = new FlowValue(context.Operation);
        if (FlatRate.Of(context.Operation) is { } rate)
        {
            if (GeneratedOptimizer.ModelOf(flow, operation.With(rate.Optimizer)) is { } model)
            {
                Report(rate.Subject, model, rate);
            }
        }
        else if (HelperCalls.Find(flow, operation, FlatIn) is { } inside)
        {
            Report($"This call of '{inside.Method}'", inside.Found.Model, inside.Found.Rate);
        }

        void Report(string subject, INamedTypeSymbol model, FlatRate rate) => context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FlatSchedule,
            context.Operation.Syntax.GetLocation(),
            subject,
            rate.IsOfOne ? $"one group of '{model.Name}' a rate of its own" : $"every tensor of '{model.Name}' the same rate",
            rate.Advice));
    }

    /// <summary>
    /// What a method does with an optimizer that it gets in one call; what it does with one that it makes is reported there.
    /// </summary>
    private static (INamedTypeSymbol Model, FlatRate Rate)? FlatIn(ValueFlow flow, FlowValue operation) =>
        FlatRate.Of(operation.Operation) is { } rate
        && GeneratedOptimizer.ModelOf(flow, new FlowValue(rate.Optimizer)) is null
        && GeneratedOptimizer.ModelOf(flow, operation.With(rate.Optimizer)) is { } model
            ? (model, rate)
            : null;
}
