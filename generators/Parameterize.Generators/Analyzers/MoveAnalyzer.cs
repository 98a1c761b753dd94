using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>Finds models that are moved to another device or type after an optimizer got hold of their parameters.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MoveAnalyzer() : SourceAnalyzer(Descriptors.MovedTooLate)
{
    private protected override void Register(AnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var move = (IInvocationOperation)context.Operation;
        if (move.TargetMethod.Name is not ("to" or "cuda" or "cpu" or "half" or "float" or "double" or "bfloat16")
            || Model(move) is not { } model)
        {
            return;
        }

        var isTooLate = move.Root().Descendants().OfType<IInvocationOperation>().Any(call =>
            call.Syntax.Span.End <= move.Syntax.SpanStart
            && call.Instance is { } instance
            && SymbolEqualityComparer.Default.Equals(Variable(instance), model)
            && GeneratedOptimizer.IsFactory(call.TargetMethod));
        if (isTooLate)
        {
            var location = move.Syntax.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.MovedTooLate, location, model.Name, move.TargetMethod.Name));
        }
    }

    /// <summary>The variable of an annotated type that is moved, by TorchSharp's extension method or a method of the module.</summary>
    private static ISymbol? Model(IInvocationOperation move)
    {
        var receiver = move.Instance ?? (move.TargetMethod.IsExtensionMethod && move.Arguments.Length > 0 ? move.Arguments[0].Value : null);
        return receiver is not null && receiver.Type?.Has(WellKnownNames.ParameterizeAttribute) == true ? Variable(receiver) : null;
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        IConversionOperation conversion => Variable(conversion.Operand),
        _ => null,
    };
}
