using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Analyzers;

/// <summary>
/// Finds attention that is written out, whose heads widen, and whose logits are divided by the root of their width, or by nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HeadsAnalyzer() : SourceAnalyzer(Descriptors.LogitsOverRoot)
{
    private const string FusedAttention = "scaled_dot_product_attention";

    /// <summary>What takes the product of queries and keys.</summary>
    private static readonly HashSet<string> Products = ["matmul", "bmm", "mm", "einsum", "baddbmm"];

    private protected override void Register(AnalysisContext context) => context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.HasGeneratedPart() || !type.GetMembers(MemberNameList.AttentionScale).IsEmpty || !type.IsScaled())
        {
            return;
        }

        var flow = new ValueFlow(context.Compilation, context.CancellationToken);
        var attention = Attention(type, flow);
        if (attention.Count == 0
            || SizeInForward.Read(flow, type, context) is not { } growth)
        {
            return;
        }

        var vectors = new Activations(flow, growth);
        var path = ResultPath.Of(growth);
        var said = new HashSet<SyntaxNode>();
        foreach (var (operation, frame) in attention.SelectMany(static body => body.Operation.DescendantsAndSelf()
            .Select(operation => new FlowValue(operation, body.Frame))))
        {
            if (operation is IInvocationOperation { TargetMethod.Name: FusedAttention } fused)
            {
                // A scale of one's own is not the root.
                var query = fused.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
                if (query is not null && growth.LastAxis(new FlowValue(query, frame)) is { } heads && WideProduct.IsWidening(heads))
                {
                    Report(operation, heads, $"{FusedAttention} divides by the root of their width", "the query by FusedQueryScale");
                }
            }
            else if (ScaledTensor.Of(operation) is { } scaled
                && growth.Of(new FlowValue(scaled.By, frame)) is { } by
                && (scaled.IsDivided ? by : by.Inverse()) is var root
                && WideProduct.IsWidening(root.Pow(new Rational(2)))
                && root.Powers.All(power => power.Value.Constant < Rational.One)
                && IsOfLogits(flow, operation, scaled.Tensor))
            {
                Report(
                    operation, root.Pow(new Rational(2)), "these logits are divided by the root of their width",
                    "the logits by AttentionScale");
            }
            else if (WideProduct.Of(flow, new FlowValue(operation, frame)) is { } product
                && path.Enters(operation) && !path.Reaches(operation) // a product that is the result has a diagnostic of its own
                && product.Widens(growth, vectors) is { } wide)
            {
                Report(operation, wide, "this product of two of them is divided by nothing that grows", "it by AttentionScale");
            }
        }

        void Report(IOperation operation, Factor heads, string what, string instead)
        {
            // A method may be called more than once.
            if (said.Add(operation.Syntax))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.LogitsOverRoot, operation.Syntax.GetLocation(), type.Name, heads.ToString(), what, instead));
            }
        }
    }

    /// <summary>
    /// The methods that have to do with attention, by their words: what others are about is not asked. One that is given its tensors by
    /// another method of the class is looked at call by call.
    /// </summary>
    private static IReadOnlyList<FlowValue> Attention(INamedTypeSymbol type, ValueFlow flow)
    {
        var methods = type.MethodsAndGetters().ToArray();
        var about = methods.Where(method => flow.Bodies.DeclarationsOf(method)
            .Any(node => node.ToString() is var text && (text.Contains(FusedAttention) || Products.Any(text.Contains)))).ToArray();
        if (about.Length == 0)
        {
            return [];
        }

        var calls = methods.SelectMany(flow.Bodies.BodiesOf)
            .SelectMany(static body => body.Descendants().OfType<IInvocationOperation>())
            .Where(call => about.Contains(call.TargetMethod.OriginalDefinition, SymbolEqualityComparer.Default))
            .SelectMany(call => flow.Bodies.BodiesOf(call.TargetMethod)
                .Select(body => new FlowValue(body, ValueFlow.FrameOf(new FlowValue(call)))));
        return [.. about.SelectMany(flow.Bodies.BodiesOf).Select(static body => new FlowValue(body)), .. calls];
    }

    /// <summary>Whether a tensor is a product of queries and keys, or goes into one.</summary>
    private static bool IsOfLogits(ValueFlow flow, IOperation scaling, IOperation tensor) =>
        flow.Origins(new FlowValue(tensor)).Any(origin => IsProduct(origin.Operation))
        || scaling.Root().Descendants().OfType<IInvocationOperation>().Where(IsProduct).Any(product => product.Arguments
            .Select(argument => argument.Value)
            .Prepend(product.Instance)
            .OfType<IOperation>()
            .Any(operand => flow.Origins(new FlowValue(operand)).Any(origin => origin.Operation == scaling
                || (scaling is ICompoundAssignmentOperation && tensor is ILocalReferenceOperation { Local: var local }
                    && operand.DescendantsAndSelf()
                        .Any(part =>
                            part is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, local))))));

    private static bool IsProduct(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: var method } && Products.Contains(method.Name)
            && LayerCatalogue.IsTorchSharp(method);
}
