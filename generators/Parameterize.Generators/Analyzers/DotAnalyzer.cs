using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;

namespace Parameterize.Generators.Analyzers;

/// <summary>
/// Finds a result that is a product of two vectors of the model's own that widen with it, and that no generated scale keeps in size.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DotAnalyzer() : SourceAnalyzer(Descriptors.DotUnscaled)
{
    /// <summary>
    /// The diagnostic's property that holds the constructor parameter to mark; absent where there is no one such or a mark already.
    /// </summary>
    internal const string WidthProperty = "Width";

    /// <summary>The diagnostic's property that is there where the class has a width with the mark.</summary>
    internal const string MarkedProperty = "Marked";

    private static readonly HashSet<string> Scales =
        [MemberNameList.DotScale, MemberNameList.BareDotScale, MemberNameList.AttentionScale, MemberNameList.FusedQueryScale];

    private protected override void Register(AnalysisContext context) => context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.HasGeneratedPart() || !type.IsScaled())
        {
            return;
        }

        var flow = new ValueFlow(context.Compilation, context.CancellationToken);
        var methods = type.MethodsAndGetters().ToArray();
        var products = methods.Where(method => method.Name == "forward" && Mentions(method, flow, WideProduct.Words))
            .SelectMany(flow.Bodies.BodiesOf)
            .SelectMany(body => body.DescendantsAndSelf())
            .Select(operation => WideProduct.Of(flow, new FlowValue(operation)))
            .OfType<WideProduct>()
            .ToArray();
        if (products.Length == 0
            || methods.Any(method => Mentions(method, flow, Scales))
            || SizeInForward.Read(flow, type, context) is not { } growth)
        {
            return;
        }

        var path = ResultPath.Of(growth);
        var vectors = new Activations(flow, growth);
        foreach (var product in products)
        {
            if (product.Widens(growth, vectors) is { } wide && path.Reaches(product.Operation))
            {
                var isMarked = growth.Model.Widths.Any(width => width.IsDot);
                var own = wide.Powers.Count == 1 && !isMarked
                    ? growth.Model.Widths.FirstOrDefault(width => width.Symbol == wide.Powers[0].Key)?.Parameter
                    : null;
                var (property, advice) = (isMarked, own) switch
                {
                    (true, _) => ((MarkedProperty, ""), ""),
                    (_, null) => (((string, string)?)null, "mark that width [DotWidth] and "),
                    (_, { } named) => ((WidthProperty, named), $"mark '{named}' [DotWidth] and "),
                };
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.DotUnscaled,
                    product.Operation.Syntax.GetLocation(),
                    property is var (name, value) ? ImmutableDictionary<string, string?>.Empty.Add(name, value) : null,
                    type.Name,
                    wide.ToString(),
                    advice));
            }
        }
    }

    private static bool Mentions(IMethodSymbol method, ValueFlow flow, IEnumerable<string> words) =>
        flow.Bodies.DeclarationsOf(method).Any(node => node.ToString() is var text && words.Any(text.Contains));
}
