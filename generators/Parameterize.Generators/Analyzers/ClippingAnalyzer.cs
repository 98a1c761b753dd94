using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;

namespace Parameterize.Generators.Analyzers;

/// <summary>Finds gradients of an annotated model that are clipped by their plain norm where SGD steps.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClippingAnalyzer() : SourceAnalyzer(Descriptors.PlainClipping)
{
    /// <summary>
    /// The diagnostic's property that holds the model as source names it, with a dot; absent where more or less than one is clipped.
    /// </summary>
    internal const string ModelProperty = "Model";

    /// <summary>The diagnostic's property that holds the optimizer as source names it.</summary>
    internal const string OptimizerProperty = "Optimizer";

    private protected override void Register(AnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.Invocation, OperationKind.ObjectCreation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var flow = new ValueFlow(context.Compilation, context.CancellationToken);
        var operation = new FlowValue(context.Operation);
        if (ClippedGradients.IsClipping(context.Operation))
        {
            if (ClippedGradients.Of(flow, operation) is { } clipped)
            {
                Report("This clips", clipped, Fix(clipped, flow));
            }
        }
        else if (HelperCalls.Find(flow, operation, ClippedIn) is { } inside)
        {
            Report($"'{inside.Method}' clips", inside.Found, null);
        }

        void Report(string subject, ClippedGradients clipped, ImmutableDictionary<string, string?>? fix) =>
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.PlainClipping, context.Operation.Syntax.GetLocation(), fix, subject, clipped.Held.Model.Name, clipped.Name));
    }

    /// <summary>What a method clips that it gets in one call; what is known without the call is reported where it is written.</summary>
    private static ClippedGradients? ClippedIn(ValueFlow flow, FlowValue operation) =>
        ClippedGradients.Of(flow, operation) is { } clipped && ClippedGradients.Of(flow, new FlowValue(operation.Operation)) is null
            ? clipped
            : null;

    /// <summary>The generated method in place of TorchSharp's, where it is told the same and what it is told is at hand.</summary>
    private static ImmutableDictionary<string, string?>? Fix(ClippedGradients clipped, ValueFlow flow) =>
        clipped.Held is { IsWhole: true, Asked: IInvocationOperation { Instance: { } model
            and not IConditionalAccessInstanceOperation } asked }
        && clipped.Call.Arguments.All(argument => argument.Parameter?.Ordinal < 2 || argument.ArgumentKind == ArgumentKind.DefaultValue)
        && clipped.Call.Descendants().Contains(asked)
        && IsAtHand(clipped, flow)
            ? ImmutableDictionary<string, string?>.Empty
                .Add(ModelProperty, model is IInstanceReferenceOperation { IsImplicit: true } ? "" : model.Syntax + ".")
                .Add(OptimizerProperty, clipped.Optimizer.Syntax.ToString())
            : null;

    /// <summary>Whether what the step calls the optimizer is the same where gradients are clipped.</summary>
    private static bool IsAtHand(ClippedGradients clipped, ValueFlow flow)
    {
        var variable = clipped.Optimizer switch
        {
            IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member => member.Member,
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => (ISymbol?)null,
        };
        return variable is not null && flow.Bodies.IsNamedAt(variable, clipped.Call.Syntax);
    }
}
