using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>Finds schedules that set rates instead of multiplying each group's own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScheduleAnalyzer() : SourceAnalyzer(Descriptors.FlatSchedule)
{
    private const string Schedulers = "TorchSharp.torch.optim.lr_scheduler";

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeScheduler, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
    }

    private static void AnalyzeScheduler(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is(Schedulers)
            && call.Arguments.FirstOrDefault(SetsOneRate) is { Parameter.Name: var name }
            && call.Arguments.Select(argument => GeneratedOptimizer.ModelOf(argument.Value)).FirstOrDefault(type => type is not null) is { } model)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FlatSchedule,
                call.Syntax.GetLocation(),
                $"{call.TargetMethod.Name} with one {name}",
                model.Name,
                "use a schedule that multiplies the rate of each group, such as LambdaLR, LinearLR or CosineAnnealingLR without eta_min"));
        }
    }

    /// <summary>A rate that all groups get: the peak of a cycle, or a floor that is not 0.</summary>
    private static bool SetsOneRate(IArgumentOperation argument) => argument.Parameter switch
    {
        { Name: "max_lr", Type.SpecialType: SpecialType.System_Double } => true,
        { Name: "eta_min" } => argument.Value.ConstantValue is not { HasValue: true, Value: 0.0 },
        _ => false,
    };

    /// <summary>The schedule by hand: <c>foreach (var group in optimizer.ParamGroups) group.LearningRate = rate;</c></summary>
    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property.Name: "LearningRate", Instance: { } instance }
            && Group(instance) is { } group
            && !assignment.Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(use => Same(use.Local, group))
            && Loop(assignment, group) is { } loop
            && Groups(loop.Collection) is { } optimizer
            && GeneratedOptimizer.ModelOf(optimizer) is { } model)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FlatSchedule,
                assignment.Syntax.GetLocation(),
                "This assignment",
                model.Name,
                "multiply the InitialLearningRate of the group instead"));
        }
    }

    private static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private static ILocalSymbol? Group(IOperation instance) => instance switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IConversionOperation conversion => Group(conversion.Operand),
        _ => null,
    };

    private static IForEachLoopOperation? Loop(IOperation? use, ILocalSymbol local)
    {
        while (use is not null && !(use is IForEachLoopOperation loop && loop.Locals.Any(candidate => Same(candidate, local))))
        {
            use = use.Parent;
        }

        return (IForEachLoopOperation?)use;
    }

    private static IOperation? Groups(IOperation collection) => collection switch
    {
        IConversionOperation conversion => Groups(conversion.Operand),
        IPropertyReferenceOperation { Property.Name: "ParamGroups", Instance: { } optimizer } => optimizer,
        _ => null,
    };
}
