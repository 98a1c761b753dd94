using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>
/// Finds a layer that is given another one's weight. The one tensor then has two names, two rules and two multipliers: it is scaled by
/// each, and moving the model to another device or element type unties it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TiedByHandAnalyzer() : SourceAnalyzer(Descriptors.TiedByHand)
{
    private protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment);
        context.RegisterOperationAction(AnalyzeProduct, OperationKind.Invocation);
    }

    private static void AnalyzeProduct(OperationAnalysisContext context)
    {
        var flow = new ValueFlow(context.Compilation, context.CancellationToken);
        if ((ReadoutByWeight.Of(flow, new FlowValue(context.Operation)) ?? ReadoutByWeight.InHelper(flow, context.Operation)) is { } readout
            && !(readout.IsLinear && IsScaled(context.Operation))
            && readout.Widens(context.Compilation, context.CancellationToken))
        {
            var name = readout.Member.Name;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.TiedByHand,
                context.Operation.Syntax.GetLocation(),
                $"The weight of '{name}' is a readout here without a readout's multiplier, so that what it makes grows with the width",
                readout.IsLinear
                    ? "mark the width [DotWidth] and multiply the product by BareDotScale, or read out by a layer of its own"
                    : $"hold the readout as a Linear without a bias, mark that [Output(TiedTo = nameof({name}))], and call its generated "
                        + "method"));
        }
    }

    /// <summary>What the method multiplies by the scale of a product has a readout's multiplier.</summary>
    private static bool IsScaled(IOperation operation) =>
        operation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.ToString().Contains(MemberNameList.DotScale) == true;

    private static void Analyze(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (context.ContainingSymbol.ContainingType is not { } type
            || !type.SelfAndContainers().Any(AnnotatedClass.IsAnnotated)
            || TensorOf(assignment.Target) is not { Instance: { } layer } target)
        {
            return;
        }

        var flow = new ValueFlow(context.Compilation, context.CancellationToken);
        var other = flow.Origins(new(assignment.Value)).SelectMany(origin => Wrapped(flow, origin))
            .Select(origin => TensorOf(origin.Operation))
            .FirstOrDefault(source => source?.Instance is { } instance && instance.Syntax.ToString() != layer.Syntax.ToString());
        if (other?.Instance is not { } shared)
        {
            return;
        }

        var (readout, words) = (Member(layer), Member(shared));
        var canTie = readout is { } linear && words is { } embedding
            && LayerCatalogue.Of(TypeOf(linear)) is { Name: "Linear" }
            && LayerCatalogue.Of(TypeOf(embedding)) is { Name: "Embedding" }
            && target.Property.Name == "weight";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.TiedByHand,
            assignment.Syntax.GetLocation(),
            canTie ? readout!.Locations : [],
            canTie ? ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.TiedTo, words!.Name) : null,
            $"'{readout?.Name ?? layer.Syntax.ToString()}' is given the {target.Property.Name} of "
                + $"'{words?.Name ?? shared.Syntax.ToString()}', "
                + "so that one tensor is scaled by two rules, and moving the model unties it",
            canTie
                ? $"mark it [Output(TiedTo = nameof({words!.Name}))] in place of the assignment"
                : "a Linear can share an Embedding's weight, both members of this class, by [Output(TiedTo = ...)]; hold any other layer "
                    + "once and call it twice"));
    }

    /// <summary>A tensor of a layer of TorchSharp's.</summary>
    private static IPropertyReferenceOperation? TensorOf(IOperation operation) =>
        operation is IPropertyReferenceOperation { Instance.Type: { } type, Property: { IsIndexer: false } property } reference
            && LayerCatalogue.Of(type) is not null
            && property.Type.SelfAndBases().Any(current => current.Is(WellKnownNames.Tensor) || current.Is(WellKnownNames.Parameter))
            ? reference
            : null;

    /// <summary>A new Parameter has the memory of the tensor that it is made of.</summary>
    private static IEnumerable<FlowValue> Wrapped(ValueFlow flow, FlowValue value) =>
        value.Operation is IObjectCreationOperation { Type: { } type, Arguments: { Length: > 0 } arguments }
            && type.Is(WellKnownNames.Parameter)
            ? flow.Origins(value.With(arguments[0].Value))
            : [value];

    /// <summary>The member that holds a layer, alone.</summary>
    private static ISymbol? Member(IOperation layer) =>
        layer is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } reference
            ? reference.Member
            : null;

    private static ITypeSymbol TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;
}
