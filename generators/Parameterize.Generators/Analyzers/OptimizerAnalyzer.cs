using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Emission;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>Finds optimizers over all parameters of an annotated model, which give every layer one rate.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptimizerAnalyzer() : SourceAnalyzer(Descriptors.PlainOptimizer)
{
    /// <summary>The diagnostic's property that holds the generated factory to call instead; absent where there is none.</summary>
    internal const string FactoryProperty = "Factory";

    /// <summary>The one optimizer of TorchSharp that cannot have a generated factory.</summary>
    private const string Ungrouped = "LBFGS";

    private protected override void Register(AnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!call.TargetMethod.ContainingType.Is(WellKnownNames.OptimizerFactories)
            || call.Arguments.Select(argument => Model(argument.Value)).OfType<INamedTypeSymbol>().FirstOrDefault() is not { } model)
        {
            return;
        }

        var name = call.TargetMethod.Name;
        var hasFactory = OptimizerCatalogue.All.Any(optimizer => optimizer.Factory == name);
        var properties = hasFactory ? ImmutableDictionary<string, string?>.Empty.Add(FactoryProperty, name) : null;
        var advice = hasFactory ? $"the generated {name}(...) of the model"
            : name == Ungrouped ? $"one of the model's generated factories, since {name} takes no groups and has one step size for all tensors"
            : "one of the model's generated factories";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.PlainOptimizer, call.Syntax.GetLocation(), properties, model.Name, advice));
    }

    /// <summary>The annotated class of which an argument takes all parameters; null for any other argument and for baselines.</summary>
    private static INamedTypeSymbol? Model(IOperation argument)
    {
        var value = argument is IConversionOperation conversion ? conversion.Operand : argument;
        return value is IInvocationOperation { TargetMethod.Name: "parameters" or "named_parameters", Instance.Type: INamedTypeSymbol type }
            && type.Attribute(WellKnownNames.ParameterizeAttribute) is { } attribute
            && attribute.Argument<bool>("Baseline") != true
                ? type
                : null;
    }
}
