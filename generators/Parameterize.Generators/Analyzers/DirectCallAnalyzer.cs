using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Analyzers.Flow;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Parsing;

namespace Parameterize.Generators.Analyzers;

/// <summary>Finds calls of a scaled layer that go around its forward multiplier.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DirectCallAnalyzer() : SourceAnalyzer(Descriptors.MultiplierBypassed)
{
    /// <summary>The diagnostic's property that holds the generated member to call instead.</summary>
    internal const string ForwardProperty = "Forward";

    private protected override void Register(AnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("forward" or "call")
            || call.Instance is not { } layer
            || (layer.Type is not null && LayerCatalogue.Of(layer.Type) is { IsNorm: true })
            || Member(layer) is not { } member
            || AnnotatedClass.ForwardOf(member) is not { } forward)
        {
            return;
        }

        var properties = ImmutableDictionary<string, string?>.Empty.Add(ForwardProperty, forward);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.MultiplierBypassed, call.Syntax.GetLocation(), properties, member.Name, forward));
    }

    /// <summary>The field or property that holds the layer, an element of a list, by index or in a loop, included.</summary>
    internal static ISymbol? Member(IOperation layer) => layer switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } => Member(list),
        IArrayElementReferenceOperation element => Member(element.ArrayReference),
        IMemberReferenceOperation reference => reference.Member,
        IConversionOperation conversion => Member(conversion.Operand),
        IConditionalAccessInstanceOperation => ValueFlow.Receiver(layer) is { } receiver ? Member(receiver) : null,
        IParameterReferenceOperation { Parameter: var element } => Sequence(layer, element) is { } sequence ? Member(sequence) : null,
        ILocalReferenceOperation { Local: var local } => Loop(layer, local) is { } loop ? Member(loop.Collection) : null,
        _ => null,
    };

    /// <summary>As <c>_convs</c> in <c>_convs.Select(conv => conv.call(x))</c>.</summary>
    private static IOperation? Sequence(IOperation? use, IParameterSymbol element)
    {
        while (use is not null && !(use is IAnonymousFunctionOperation function && function.Symbol.Parameters.Contains(element, SymbolEqualityComparer.Default)))
        {
            use = use.Parent;
        }

        do
        {
            use = use?.Parent;
        }
        while (use is IConversionOperation or IDelegateCreationOperation or IArgumentOperation);

        return use is IInvocationOperation call ? call.Instance ?? call.Arguments[0].Value : null;
    }

    /// <summary>The foreach loop that declares a local.</summary>
    private static IForEachLoopOperation? Loop(IOperation? use, ILocalSymbol local)
    {
        while (use is not null && !(use is IForEachLoopOperation loop && loop.Locals.Contains(local, SymbolEqualityComparer.Default)))
        {
            use = use.Parent;
        }

        return (IForEachLoopOperation?)use;
    }
}
