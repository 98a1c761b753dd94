using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Reading;

namespace Parameterize.Generators.Analyzers;

/// <summary>Whether each constructor of an annotated class calls InitializeParameters, on every path once, and last.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstructorAnalyzer()
    : SourceAnalyzer(Descriptors.NeverInitialized, Descriptors.InitializedTwice, Descriptors.InitializedTooEarly)
{
    /// <summary>How layers are put into what holds them.</summary>
    private static readonly string[] Additions = ["append", "extend", "insert", "add_module", "Add", "AddRange", "Insert", "InsertRange"];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationBlockAction(AnalyzeConstructor);
        context.RegisterSymbolAction(AnalyzeClass, SymbolKind.NamedType);
    }

    private static void AnalyzeClass(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var constructors = type.InstanceConstructors;
        if (type.HasGeneratedPart()
            && (constructors.All(constructor => constructor.IsImplicitlyDeclared)
                || constructors.Any(constructor => IsPrimary(constructor, context.CancellationToken))))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.NeverInitialized, type.Locations[0], type.Name,
                constructors.All(static constructor => constructor.IsImplicitlyDeclared)
                    ? " (none is written out: write one)"
                    : " (a primary one has no body for it: write an ordinary one)"));
        }
    }

    private static bool IsPrimary(IMethodSymbol constructor, CancellationToken cancellation) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.Node(cancellation) is TypeDeclarationSyntax);

    private static void AnalyzeConstructor(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, IsStatic: false } constructor
            || !constructor.ContainingType.HasGeneratedPart()
            || constructor.ChainsToThis(context.CancellationToken)
            || context.OperationBlocks.FirstOrDefault(block =>
                block.Kind == OperationKind.Block) is not { SemanticModel: { } semantics } body
            || context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()).Any(IsUnclear))
        {
            return;
        }

        var type = constructor.ContainingType;
        var graph = context.GetControlFlowGraph(body);
        var flow = new InitializationFlow(type, semantics, context.CancellationToken);
        var end = flow.Follow(graph, Visit);
        if (end.HasFlag(Runs.Never))
        {
            var extent = end == Runs.Never ? "" : " on every path";
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NeverInitialized, constructor.Locations[0], type.Name, extent));
        }

        void Visit(IOperation operation, Runs before)
        {
            if (before == Runs.Never)
            {
                return;
            }

            if (operation is IInvocationOperation call && (flow.Of(call, graph) & ~Runs.Never) != 0)
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.InitializedTwice, call.Syntax.GetLocation(), type.Name));
            }
            else if (Changed(operation, semantics) is { } member && AnnotatedClass.HoldsLayers(member))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.InitializedTooEarly, operation.Syntax.GetLocation(), member.Name));
            }
        }
    }

    /// <summary>
    /// A call with wrong arguments, which is the compiler's to report; or one in a lambda, of which nobody knows when it runs.
    /// </summary>
    private static bool IsUnclear(IOperation operation) => operation switch
    {
        IInvalidOperation => IsCall(operation.Syntax),
        IAnonymousFunctionOperation lambda => lambda.Body.Descendants().Any(inner => IsCall(inner.Syntax)),
        _ => false,
    };

    /// <summary>The member that an operation assigns, or puts something into.</summary>
    private static ISymbol? Changed(IOperation operation, SemanticModel semantics) => operation switch
    {
        // Where a branch chooses the value, the graph keeps the target apart.
        ISimpleAssignmentOperation { Target: IFlowCaptureReferenceOperation, Syntax: AssignmentExpressionSyntax assignment } =>
            semantics.GetSymbolInfo(assignment.Left).Symbol is { Kind: SymbolKind.Field or SymbolKind.Property } captured ? captured : null,
        ISimpleAssignmentOperation { Target: var target } => DirectCallAnalyzer.Member(target),
        IInvocationOperation { Instance: { } list, TargetMethod.Name: var name } when Additions.Contains(name) =>
            DirectCallAnalyzer.Member(list),
        _ => null,
    };

    internal static bool IsCall(SyntaxNode syntax) => syntax is InvocationExpressionSyntax
    {
        Expression: IdentifierNameSyntax { Identifier.ValueText: MemberNameList.InitializeParameters }
            or MemberAccessExpressionSyntax { Name.Identifier.ValueText: MemberNameList.InitializeParameters },
    };
}
