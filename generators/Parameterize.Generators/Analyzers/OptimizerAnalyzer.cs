using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>Finds optimizers over all parameters of an annotated model, which give every layer one rate.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptimizerAnalyzer() : SourceAnalyzer(Descriptors.PlainOptimizer)
{
    /// <summary>
    /// The diagnostic's property that holds the generated call without its arguments; absent where not all parameters are one model's.
    /// </summary>
    internal const string FactoryProperty = "Factory";

    /// <summary>The diagnostic's property that holds which argument the generated call does without.</summary>
    internal const string ArgumentProperty = "Argument";

    /// <summary>The one optimizer of TorchSharp that cannot have a generated factory.</summary>
    private const string Ungrouped = "LBFGS";

    private protected override void Register(AnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.Invocation, OperationKind.ObjectCreation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var flow = new ValueFlow(context.Compilation, context.CancellationToken);
        if (BuiltOptimizer.Of(context.Operation) is { } optimizer)
        {
            var held = new ParameterFlow(flow).In(new FlowValue(optimizer.Parameters.Value));
            Report(optimizer, held, "This optimizer", Fix(optimizer, held, flow));
        }
        else if (HelperCalls.Find(flow, new FlowValue(context.Operation), OptimizersIn) is { } inside)
        {
            Report(inside.Found.Optimizer, inside.Found.Held, $"The optimizer that '{inside.Method}' builds", null);
        }

        void Report(BuiltOptimizer optimizer, IReadOnlyList<HeldParameters> held, string subject, ImmutableDictionary<string, string?>? fix)
        {
            if (held.Count > 0)
            {
                var models = held.Select(one => one.Model.Name).Distinct().ToArray();
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.PlainOptimizer, context.Operation.Syntax.GetLocation(), fix, subject, string.Join("' and '", models),
                    Advice(optimizer.Name, held)));
            }
        }
    }

    /// <summary>The optimizers that a method builds over what its parameters hold in one call.</summary>
    private static (BuiltOptimizer Optimizer, IReadOnlyList<HeldParameters> Held)? OptimizersIn(ValueFlow flow, FlowValue operation)
    {
        if (BuiltOptimizer.Of(operation.Operation) is not { Parameters.Value: var parameters } optimizer)
        {
            return null;
        }

        // What is known without the call is reported where it is written.
        var held = new ParameterFlow(flow);
        return held.In(new FlowValue(parameters)).Count == 0 && held.In(operation.With(parameters)) is { Count: > 0 } found
            ? (optimizer, found)
            : null;
    }

    private static string Advice(string name, IReadOnlyList<HeldParameters> held)
    {
        var each = held.Select(one => one.Owner?.Syntax.ToString()).Distinct().Count() > 1 ? "each" : "the";
        if (OptimizerCatalogue.IsGenerated(name))
        {
            return $"the generated {name}(...) of {each} model";
        }

        return name == Ungrouped
            ? $"one of the model's generated factories, since {name} takes no groups and has one step size for all tensors"
            : "one of the model's generated factories";
    }

    /// <summary>The generated factory in place of TorchSharp's, where that is the same but for the rates.</summary>
    private static ImmutableDictionary<string, string?>? Fix(BuiltOptimizer optimizer, IReadOnlyList<HeldParameters> held, ValueFlow flow)
    {
        var name = optimizer.Name;
        return held.Count == 1
            && held[0] is { IsWhole: true, Asked: IInvocationOperation call }
            && !IsHanded(optimizer)
            && OptimizerCatalogue.All.Any(known => known.Factory == name)
            && optimizer.Parameters.Syntax is ArgumentSyntax { Parent: ArgumentListSyntax list } argument
            && Receiver(call, optimizer.Operation, flow) is { } receiver
                ? ImmutableDictionary<string, string?>.Empty.Add(FactoryProperty, receiver + name)
                    .Add(ArgumentProperty, Literal.Of(list.Arguments.IndexOf(argument)))
                : null;
    }

    /// <summary>Whether a function around it is handed the parameters, which may be called with others too.</summary>
    private static bool IsHanded(BuiltOptimizer optimizer) => optimizer.Parameters.DescendantsAndSelf().Any(part =>
        part
            is IParameterReferenceOperation
            {
                Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function,
            }
        && !optimizer.Operation.Syntax.Span.Contains(function.DeclaringSyntaxReferences[0].Span));

    /// <summary>As <c>model.</c>, where that is the same model at the optimizer; empty for a model's call on itself.</summary>
    private static string? Receiver(IInvocationOperation parameters, IOperation optimizer, ValueFlow flow)
    {
        if (parameters.Instance is IInstanceReferenceOperation { IsImplicit: true } && parameters.Root() == optimizer.Root())
        {
            return "";
        }

        var isInside = optimizer.Syntax.Span.Contains(parameters.Syntax.Span)
            && parameters.Syntax.SyntaxTree == optimizer.Syntax.SyntaxTree;
        var name = parameters.Instance!.Syntax + ".";
        return (isInside && !parameters.Instance.DescendantsAndSelf().Any(IsOfLambda)) || IsConstant(parameters.Instance) ? name : null;

        bool IsOfLambda(IOperation part) =>
            part
                is IParameterReferenceOperation
                {
                    Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function,
                }
                && optimizer.Syntax.Span.Contains(function.DeclaringSyntaxReferences[0].Span);

        bool IsConstant(IOperation model) => parameters.Root() == optimizer.Root() && model switch
        {
            ILocalReferenceOperation local =>
                VariableValues.Of(local).Take(2).Count() == 1 && flow.Bodies.IsNamedAt(local.Local, optimizer.Syntax),
            IParameterReferenceOperation parameter => parameter.Parameter.RefKind == RefKind.None
                && !optimizer.Root()
                    .Descendants()
                    .OfType<IAssignmentOperation>()
                    .Any(assignment => assignment.Target is IParameterReferenceOperation target
                    && SymbolEqualityComparer.Default.Equals(target.Parameter, parameter.Parameter)),
            IFieldReferenceOperation { Field.IsReadOnly: true } or IPropertyReferenceOperation { Property.SetMethod: null } => true,
            _ => false,
        };
    }
}
