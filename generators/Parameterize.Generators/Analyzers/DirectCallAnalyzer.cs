using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;

namespace Parameterize.Generators.Analyzers;

/// <summary>Finds what runs a scaled layer without its forward multiplier: at its member, or wherever the layer was handed on to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DirectCallAnalyzer() : SourceAnalyzer(Descriptors.MultiplierBypassed)
{
    /// <summary>The diagnostic's property that holds the generated member to call instead.</summary>
    internal const string ForwardProperty = "Forward";

    /// <summary>
    /// The diagnostic's property that is there where the layer is a member of this object alone, whatever it is named by there.
    /// </summary>
    internal const string OwnProperty = "Own";

    private protected override void Register(AnalysisContext context) => context.RegisterOperationAction(
        Analyze,
        OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.MethodReference, OperationKind.Return,
        OperationKind.Binary, OperationKind.CompoundAssignment,
        OperationKind.VariableDeclarator, OperationKind.SimpleAssignment);

    private static void Analyze(OperationAnalysisContext context)
    {
        if (context.Operation is IInvocationOperation { Instance: { } called } direct && LayerFlow.IsApplied(direct)
            && Member(called) is { } member)
        {
            // Said in every gauge, so that the gauge can be changed.
            if (AnnotatedClass.ForwardOf(member) is { } forward && !IsNorm(called))
            {
                Report(direct.Syntax, member.Name, "called directly", $"call {forward}", Fix(forward));
                return;
            }

            if (IsLayer(called))
            {
                return;
            }
        }

        // But a function that it keeps of a layer is called when it has ended.
        if (IsConstructor(context.ContainingSymbol) && context.Operation is not IMethodReferenceOperation)
        {
            return;
        }

        var flow = new ValueFlow(context.Compilation, context.CancellationToken);
        foreach (var uses in LayerUse.Of(flow, context.Operation).GroupBy(use => use.Place))
        {
            var all = uses.GroupBy(use => use.Layer.Member, SymbolEqualityComparer.Default).Select(same => same.First()).ToArray();
            var forwards = all.Select(use => use.Layer.Forward).ToArray();
            Report(
                uses.Key, string.Join("' or '", all.Select(use => use.Layer.Member.Name)), all[0].How,
                all[0].Advice(string.Join(" or ", forwards)), all.Length == 1 && all[0].IsOwn ? Own(forwards[0]) : null);
        }

        void Report(SyntaxNode place, string layers, string how, string advice, ImmutableDictionary<string, string?>? fix) =>
            context.ReportDiagnostic(
                Diagnostic.Create(Descriptors.MultiplierBypassed, place.GetLocation(), fix, layers, how, advice));
    }

    private static ImmutableDictionary<string, string?> Fix(string forward) =>
        ImmutableDictionary<string, string?>.Empty.Add(ForwardProperty, forward);

    private static ImmutableDictionary<string, string?> Own(string forward) => Fix(forward).Add(OwnProperty, "");

    /// <summary>A constructor builds the layers, and there are no multipliers before it ends.</summary>
    private static bool IsConstructor(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && symbol.ContainingType.IsAnnotated();

    private static bool IsNorm(IOperation layer) => layer.Type is not null && LayerCatalogue.Of(layer.Type) is { IsNorm: true };

    /// <summary>A member that is one layer, and so none of the others.</summary>
    private static bool IsLayer(IOperation layer) => layer is IFieldReferenceOperation { Type: { } type, Field.ContainingType: var owner }
        && owner.IsAnnotated()
        && (LayerCatalogue.Of(type) is not null || Held.HasNoTensors(type));

    /// <summary>The field or property that holds the layer, an element of a list, by index or in a loop, included.</summary>
    internal static ISymbol? Member(IOperation layer) => layer switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } => Member(list),
        IArrayElementReferenceOperation element => Member(element.ArrayReference),
        IMemberReferenceOperation reference => reference.Member,
        IConversionOperation conversion => Member(conversion.Operand),
        IConditionalAccessInstanceOperation => ValueFlow.Receiver(layer) is { } receiver ? Member(receiver) : null,
        IParameterReferenceOperation { Parameter: var element } =>
            LayerFlow.Sequences(layer, element).FirstOrDefault() is { } sequence ? Member(sequence) : null,
        ILocalReferenceOperation { Local: var local } => Loop(layer, local) is { } loop ? Member(loop.Collection) : null,
        _ => null,
    };

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
