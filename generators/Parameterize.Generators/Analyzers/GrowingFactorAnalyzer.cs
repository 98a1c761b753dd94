using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;

namespace Parameterize.Generators.Analyzers;

/// <summary>
/// Finds what a layer gives multiplied by a number that grows with the model, as the embeddings of a transformer by the root of its width.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GrowingFactorAnalyzer() : SourceAnalyzer(Descriptors.FactorGrows)
{
    private protected override void Register(AnalysisContext context) => context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.HasGeneratedPart() || !type.IsScaled())
        {
            return;
        }

        var flow = new ValueFlow(context.Compilation, context.CancellationToken);
        var scaled = type.MethodsAndGetters()
            .SelectMany(flow.Bodies.BodiesOf)
            .SelectMany(static body => body.DescendantsAndSelf())
            .Select(static operation => (Operation: operation, Tensor: ScaledTensor.Of(operation)))
            .Where(static found => found.Tensor is { By.ConstantValue.HasValue: false })
            .ToArray();
        if (scaled.Length == 0
            || SizeInForward.Read(flow, type, context) is not { } growth)
        {
            return;
        }

        foreach (var (operation, tensor) in scaled)
        {
            if (growth.Of(new FlowValue(tensor!.By)) is { } by
                && (tensor.IsDivided ? by.Inverse() : by) is var factor
                && WideProduct.IsWidening(factor)
                && flow.Origins(new FlowValue(tensor.Tensor), growth.IsLayer)
                    .Where(origin => origin.Operation != operation).ToArray() is { Length: > 0 } origins
                && origins.All(origin => growth.IsLayer(origin.Operation)))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.FactorGrows, operation.Syntax.GetLocation(), type.Name, factor.ToString()));
            }
        }
    }
}
