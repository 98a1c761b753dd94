using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Analyzers;
using Parameterize.Generators.Catalogues;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>Hands to InitializeParameters the sizes that no tensor's shape shows.</summary>
internal static class GivenSizes
{
    public static IEnumerable<Edit> Of(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        return InitializationArguments.MethodOf(type) is not { } method || InitializationArguments.Asked(method).Count == 0
            ? []
            : type.InstanceConstructors
                .SelectMany(constructor => constructor.DeclaringSyntaxReferences)
                .Select(reference => reference.GetSyntax(cancellation))
                .OfType<ConstructorDeclarationSyntax>()
                .SelectMany(constructor =>
                    Of(
                        constructor,
                        (IMethodSymbol)compilation.GetSemanticModel(constructor.SyntaxTree).GetDeclaredSymbol(constructor, cancellation)!,
                        method));
    }

    private static IEnumerable<Edit> Of(ConstructorDeclarationSyntax constructor, IMethodSymbol symbol, IMethodSymbol method)
    {
        return InitializationArguments.Given(method, symbol) is not { } given
            ? []
            : constructor.DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Where(call =>
                    call
                        is
                        {
                            ArgumentList.Arguments.Count: 0,
                            Expression: IdentifierNameSyntax { Identifier.ValueText: MemberNameList.InitializeParameters },
                        })
                .Select(call => Edit.Replace(call.ArgumentList, $"({string.Join(", ", given)})"));
    }
}
