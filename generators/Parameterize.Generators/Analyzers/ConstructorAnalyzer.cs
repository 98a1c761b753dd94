using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Emission;

namespace Parameterize.Generators.Analyzers;

/// <summary>Whether each constructor of an annotated class calls InitializeParameters, once, and last.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstructorAnalyzer() : SourceAnalyzer(Descriptors.NeverInitialized, Descriptors.InitializedTwice, Descriptors.InitializedTooEarly)
{
    private protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationBlockAction(AnalyzeConstructor);
        context.RegisterSymbolAction(AnalyzeClass, SymbolKind.NamedType);
    }

    private static void AnalyzeClass(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.HasGeneratedPart() && type.InstanceConstructors.All(constructor => constructor.IsImplicitlyDeclared))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NeverInitialized, type.Locations[0], type.Name));
        }
    }

    private static void AnalyzeConstructor(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, IsStatic: false } constructor
            || !constructor.ContainingType.HasGeneratedPart()
            || ChainsToThis(constructor))
        {
            return;
        }

        var operations = context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()).ToArray();
        var calls = operations.OfType<IInvocationOperation>()
            .Where(call => call.TargetMethod.Name == MemberNameList.InitializeParameters)
            .OrderBy(call => call.Syntax.SpanStart)
            .ToArray();
        var name = constructor.ContainingType.Name;
        if (calls.Length == 0)
        {
            // A call with wrong arguments is the compiler's to report.
            if (operations.Any(operation => operation is IInvalidOperation && IsCall(operation.Syntax)))
            {
                return;
            }

            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NeverInitialized, constructor.Locations[0], name));
            return;
        }

        foreach (var call in calls.Skip(1).Where(call => !InDifferentBranches(calls[0].Syntax, call.Syntax)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.InitializedTwice, call.Syntax.GetLocation(), name));
        }

        foreach (var assignment in operations.OfType<ISimpleAssignmentOperation>().Where(assignment => assignment.Syntax.SpanStart > calls[0].Syntax.SpanStart))
        {
            if (assignment.Target is IMemberReferenceOperation { Member: var member } && AnnotatedClass.ForwardOf(member) is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.InitializedTooEarly, assignment.Syntax.GetLocation(), member.Name));
            }
        }
    }

    private static bool IsCall(SyntaxNode syntax) => syntax is InvocationExpressionSyntax
    {
        Expression: IdentifierNameSyntax { Identifier.ValueText: MemberNameList.InitializeParameters }
            or MemberAccessExpressionSyntax { Name.Identifier.ValueText: MemberNameList.InitializeParameters },
    };

    private static bool ChainsToThis(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences
        .Any(reference => reference.GetSyntax() is ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer });

    /// <summary>Whether only one of two calls can run: they stand in the two branches of one if, or in two sections of one switch.</summary>
    private static bool InDifferentBranches(SyntaxNode first, SyntaxNode second)
    {
        var common = first.Ancestors().FirstOrDefault(ancestor => ancestor.Span.Contains(second.Span));
        return common is IfStatementSyntax or SwitchStatementSyntax or ConditionalExpressionSyntax;
    }
}
