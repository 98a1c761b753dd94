using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>Finds calls of RegisterComponents, in a class or in one of its bases, after which layers are still assigned.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegistrationAnalyzer() : SourceAnalyzer(Descriptors.RegisteredTooEarly)
{
    private const string Method = "RegisterComponents";

    private protected override void Register(AnalysisContext context) => context.RegisterOperationBlockAction(Analyze);

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, IsStatic: false } constructor
            || !constructor.ContainingType.HasGeneratedPart())
        {
            return;
        }

        var type = constructor.ContainingType;
        var operations = context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()).ToArray();
        var last = operations.OfType<ISimpleAssignmentOperation>()
            .Where(assignment =>
                assignment.Target is IMemberReferenceOperation target && AnnotatedClass.ForwardOf(target.Member) is not null)
            .Select(assignment => assignment.Syntax.SpanStart)
            .DefaultIfEmpty(-1)
            .Max();
        foreach (var call in operations.OfType<IInvocationOperation>().Where(call => IsRegistration(call) && call.Syntax.SpanStart < last))
        {
            Report(call.Syntax.GetLocation(), "here");
        }

        if (last >= 0 && Bases(type).FirstOrDefault(@base => Registers(@base, context.CancellationToken)) is { } early)
        {
            Report(constructor.Locations[0], $"in the constructor of '{early.Name}'");
        }

        void Report(Location location, string place) =>
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.RegisteredTooEarly, location, place, type.Name));
    }

    private static bool IsRegistration(IInvocationOperation call) => call.TargetMethod is { Name: Method, Parameters.IsEmpty: true };

    private static IEnumerable<ITypeSymbol> Bases(INamedTypeSymbol type) => type.SelfAndBases().Skip(1)
        .TakeWhile(current => !LayerCatalogue.IsTorchSharp(current));

    /// <summary>By syntax: the base may stand in another file, whose operations are not at hand here.</summary>
    private static bool Registers(ITypeSymbol type, CancellationToken cancellation) => type.GetMembers()
        .OfType<IMethodSymbol>()
        .Where(method => method is { MethodKind: MethodKind.Constructor, IsStatic: false })
        .SelectMany(method => method.DeclaringSyntaxReferences)
        .Select(reference => reference.Node(cancellation))
        .OfType<ConstructorDeclarationSyntax>()
        .SelectMany(constructor => constructor.DescendantNodes())
        .OfType<InvocationExpressionSyntax>()
        .Any(call => call.ArgumentList.Arguments.Count == 0 && call.Expression switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText == Method,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } access =>
                access.Name.Identifier.ValueText == Method,
            _ => false,
        });
}
