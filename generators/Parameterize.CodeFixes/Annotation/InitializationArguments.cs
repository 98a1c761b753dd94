using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Emission;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>Hands to InitializeParameters the sizes that no tensor's shape shows.</summary>
internal static class InitializationArguments
{
    public static IEnumerable<Edit> Of(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var asked = type.GetMembers(MemberNameList.InitializeParameters).OfType<IMethodSymbol>().FirstOrDefault()?
            .Parameters.Where(parameter => !parameter.IsOptional).Select(parameter => parameter.Name).ToArray() ?? [];
        return asked.Length == 0 ? [] : type.InstanceConstructors
            .SelectMany(constructor => constructor.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<ConstructorDeclarationSyntax>()
            .SelectMany(constructor => Of(constructor, (IMethodSymbol)compilation.GetSemanticModel(constructor.SyntaxTree).GetDeclaredSymbol(constructor, cancellation)!, asked));
    }

    private static IEnumerable<Edit> Of(ConstructorDeclarationSyntax constructor, IMethodSymbol symbol, IReadOnlyList<string> asked)
    {
        var given = asked.Select(name => Given(name, symbol)).ToArray();
        return given.Contains(null) ? [] : constructor.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call is { ArgumentList.Arguments.Count: 0, Expression: IdentifierNameSyntax { Identifier.ValueText: MemberNameList.InitializeParameters } })
            .Select(call => Edit.Replace(call.ArgumentList, $"({string.Join(", ", given)})"));
    }

    /// <summary>A constructor parameter, or the property of one that the generated name speaks of.</summary>
    private static string? Given(string name, IMethodSymbol constructor) =>
        constructor.Parameters.Any(parameter => parameter.Name == name) ? Literal.Identifier(name)
        : constructor.Parameters
            .Where(parameter => parameter.Type is INamedTypeSymbol type && LayerSize.IsOptions(type))
            .SelectMany(parameter => LayerSize.OfOptions((INamedTypeSymbol)parameter.Type).Select(size => (parameter.Name, Property: size.Name)))
            .Where(pair => IsMeant(pair.Property, name) || pair.Name + pair.Property == name)
            .Select(pair => $"{Literal.Identifier(pair.Name)}.{pair.Property}")
            .FirstOrDefault();

    private static bool IsMeant(string property, string name) => char.ToLowerInvariant(property[0]) + property.Substring(1) == name;
}
