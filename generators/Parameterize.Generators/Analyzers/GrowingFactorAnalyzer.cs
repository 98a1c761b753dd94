using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Checks;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;
using Parameterize.Scaling.Algebra;

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
        var scaled = type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(static method => method.MethodKind is MethodKind.Ordinary or MethodKind.PropertyGet)
            .SelectMany(flow.Bodies.BodiesOf)
            .SelectMany(static body => body.DescendantsAndSelf())
            .Select(static operation => (Operation: operation, Tensor: ScaledTensor.Of(operation)))
            .Where(static found => found.Tensor is { By.ConstantValue.HasValue: false })
            .ToArray();
        if (scaled.Length == 0
            || ModelReading.Read(
                type, type.Attribute(WellKnownNames.ParameterizeAttribute)!, context.Compilation,
                context.CancellationToken) is not { Model: { } model } reading)
        {
            return;
        }

        var growth = new SizeInForward(flow, model, reading.Members);
        foreach (var (operation, tensor) in scaled)
        {
            if (growth.Of(new FlowValue(tensor!.By)) is { } by
                && (tensor.IsDivided ? by.Inverse() : by) is { Powers.Count: > 0 } factor
                && factor.Powers.All(static power => power.Value.Constant > Rational.Zero)
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
