using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>
/// Whether InitializeParameters is given what it asks for. Numbers convert silently: a width that it does not ask for would be taken for
/// gamma, and of two sizes that no tensor shows each may be taken for the other. An argument that is named is what its author says.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InitializationCallAnalyzer() : SourceAnalyzer(Descriptors.WrongArguments)
{
    private static readonly string[] Sizes =
        [WellKnownNames.WidthAttribute, WellKnownNames.DotWidthAttribute, WellKnownNames.HeadWidthAttribute, WellKnownNames.DepthAttribute];
    private static readonly string[] Dials = [WellKnownNames.RichnessAttribute, WellKnownNames.GammaAttribute];

    private protected override void Register(AnalysisContext context) =>
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.InvocationExpression);

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (!ConstructorAnalyzer.IsCall(call)
            || context.ContainingSymbol?.ContainingType is not { } type
            || !type.HasGeneratedPart()
            || InitializationArguments.MethodOf(type) is not { } method)
        {
            return;
        }

        var wrong = call.ArgumentList.Arguments.Select((argument, index) => (argument, Fault: Fault(argument, index, method, context)))
            .FirstOrDefault(found => found.Fault is not null);
        var fault = wrong.Fault ?? Unbound(call, method, context);
        if (fault is null)
        {
            return;
        }

        var right = (context.ContainingSymbol as IMethodSymbol is { } around ? InitializationArguments.Given(method, around) : null)?
            .Concat(call.ArgumentList.Arguments.Where(argument => IsGenerator(argument, context)).Select(argument => argument.ToString()))
                .ToArray();
        var written = string.Join(", ", right ?? InitializationArguments.Asked(method).Select(asked => $"{asked.Name}: ...").ToArray());
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.WrongArguments,
            (wrong.argument ?? (SyntaxNode)call).GetLocation(),
            right is null ? null : ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Arguments, written),
            type.Name,
            Taken(method),
            fault,
            $"{MemberNameList.InitializeParameters}({written})"));
    }

    private static string Taken(IMethodSymbol method) => InitializationArguments.Asked(method) is { Count: > 0 } asked
        ? string.Join(" and ", asked.Select(parameter => $"'{parameter.Name}'"))
        : "no number, since the tensors' shapes show each width";

    /// <summary>Why an argument is not what it is taken for, as the rest of a sentence; null if it may be.</summary>
    private static string? Fault(ArgumentSyntax argument, int index, IMethodSymbol method, SyntaxNodeAnalysisContext context)
    {
        var (semantics, cancellation) = (context.SemanticModel, context.CancellationToken);
        if (argument.NameColon is not null || IsGenerator(argument, context))
        {
            return null;
        }

        var target = method.Parameters.ElementAtOrDefault(index);
        var symbol = semantics.GetSymbolInfo(Bare(argument.Expression), cancellation).Symbol;
        var meant = symbol is null
            ? null
            : method.Parameters.FirstOrDefault(parameter =>
                parameter.Name == symbol.Name || InitializationArguments.IsMeant(symbol.Name, parameter.Name));
        if (meant is not null)
        {
            return meant.Equals(target, SymbolEqualityComparer.Default) || target is null ? null : Mistaken(argument, target);
        }

        var type = semantics.GetTypeInfo(argument.Expression, cancellation).Type;
        if (target is null or { IsOptional: true })
        {
            return Evaluator.IsNumber(type) ? $"'{argument.Expression}' is not asked for" : null;
        }

        var isDial = !Evaluator.IsWhole(target.Type);
        var isSize = Carries(symbol, Sizes) || (isDial && Evaluator.IsNumber(type) && Evaluator.IsWhole(type));
        if (isDial)
        {
            return isSize && !semantics.GetConstantValue(argument.Expression, cancellation).HasValue ? Mistaken(argument, target) : null;
        }

        return Carries(symbol, Dials) ? Mistaken(argument, target) : null;
    }

    /// <summary>A call that fits no way, of which the compiler says no more than that.</summary>
    private static string? Unbound(InvocationExpressionSyntax call, IMethodSymbol method, SyntaxNodeAnalysisContext context)
    {
        if (context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is not null)
        {
            return null;
        }

        var given = call.ArgumentList.Arguments;
        var missing = InitializationArguments.Asked(method).Where((asked, index) =>
            given.Count <= index && given.All(argument => argument.NameColon?.Name.Identifier.ValueText != asked.Name)).FirstOrDefault();
        return missing is null ? "is given something else" : $"is not given '{missing.Name}'";
    }

    private static string Mistaken(ArgumentSyntax argument, IParameterSymbol target) =>
        $"'{argument.Expression}' would be taken for '{target.Name}'";

    private static bool Carries(ISymbol? symbol, IEnumerable<string> attributes) =>
        symbol is IParameterSymbol or IPropertySymbol && attributes.Any(attribute => symbol.Has(attribute));

    private static bool IsGenerator(ArgumentSyntax argument, SyntaxNodeAnalysisContext context) =>
        argument.Expression.IsKind(SyntaxKind.NullLiteralExpression)
        || context.SemanticModel.GetTypeInfo(argument.Expression, context.CancellationToken).Type is { Name: "Generator" };

    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        CastExpressionSyntax cast => Bare(cast.Expression),
        _ => expression,
    };
}
