using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;

namespace Parameterize.Generators.Analyzers;

/// <summary>Finds a class that was given the scale of its logits or of its branches, and does not multiply by it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScaleAnalyzer() : SourceAnalyzer(Descriptors.ScaleUnused)
{
    private const string FusedAttention = "scaled_dot_product_attention";

    private protected override void Register(AnalysisContext context) => context.RegisterSymbolStartAction(Start, SymbolKind.NamedType);

    private static void Start(SymbolStartAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.HasGeneratedPart() || !Scales(type).Any())
        {
            return;
        }

        var used = new ConcurrentBag<string>();
        var fused = new ConcurrentBag<Location>();
        context.RegisterOperationAction(
            operation => used.Add(((IPropertyReferenceOperation)operation.Operation).Property.Name), OperationKind.PropertyReference);
        context.RegisterOperationAction(
            operation =>
            {
                if (((IInvocationOperation)operation.Operation).TargetMethod.Name == FusedAttention)
                {
                    fused.Add(operation.Operation.Syntax.GetLocation());
                }
            },
            OperationKind.Invocation);
        context.RegisterSymbolEndAction(end =>
        {
            foreach (var (name, location) in Missing(
                type, new HashSet<string>(used), fused.OrderBy(place => place.SourceSpan.Start).FirstOrDefault()))
            {
                end.ReportDiagnostic(Diagnostic.Create(Descriptors.ScaleUnused, location, type.Name, name, Instead(name)));
            }
        });
    }

    private static IEnumerable<string> Scales(INamedTypeSymbol type) =>
        new[] { MemberNameList.AttentionScale, MemberNameList.ResidualScale }.Where(name => !type.GetMembers(name).IsEmpty);

    private static IEnumerable<(string Name, Location Location)> Missing(INamedTypeSymbol type, HashSet<string> used, Location? fused)
    {
        foreach (var name in Scales(type))
        {
            if (name == MemberNameList.AttentionScale && fused is not null)
            {
                if (!used.Contains(MemberNameList.FusedQueryScale))
                {
                    yield return (MemberNameList.FusedQueryScale, fused);
                }
            }
            else if (!used.Contains(name) && !(name == MemberNameList.AttentionScale && used.Contains(MemberNameList.FusedQueryScale)))
            {
                yield return (name, type.Locations[0]);
            }
        }
    }

    private static string Instead(string name) => name switch
    {
        MemberNameList.AttentionScale => "multiply the logits by it in place of one over the root of the head width",
        MemberNameList.FusedQueryScale => "multiply the query by it, since the fused operator divides by the root of the head width",
        _ => "multiply the output of each residual branch by it, or leave [Depth] to the class of the blocks",
    };
}
