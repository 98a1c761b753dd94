using Microsoft.CodeAnalysis;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>What InitializeParameters of a class asks for, and what a constructor has of it.</summary>
internal static class InitializationArguments
{
    /// <summary>The generated method; null where there is none.</summary>
    public static IMethodSymbol? MethodOf(INamedTypeSymbol type) =>
        type.GetMembers(MemberNameList.InitializeParameters).OfType<IMethodSymbol>().FirstOrDefault();

    /// <summary>What has to be passed: the sizes that no tensor's shape shows, and the dials that are set at run time.</summary>
    public static IReadOnlyList<IParameterSymbol> Asked(IMethodSymbol method) =>
        method.Parameters.Where(static parameter => !parameter.IsOptional).ToArray();

    /// <summary>The arguments, as they are to be written in a constructor; null where it has not all of them under their names.</summary>
    public static IReadOnlyList<string>? Given(IMethodSymbol method, IMethodSymbol constructor)
    {
        var given = Asked(method).Select(asked => Given(asked.Name, constructor)).OfType<string>().ToArray();
        return given.Length == Asked(method).Count ? given : null;
    }

    /// <summary>A constructor parameter, or the property of one that the generated name speaks of.</summary>
    private static string? Given(string name, IMethodSymbol constructor) =>
        constructor.Parameters.Any(parameter => parameter.Name == name) ? Literal.Identifier(name)
        : constructor.Parameters
            .SelectMany(parameter =>
                GrowingParameter.OfOptions(parameter).Select(growing => (parameter.Name, Property: growing.Symbol.Name)))
            .Where(pair => IsMeant(pair.Property, name) || pair.Name + pair.Property == name)
            .Select(pair => $"{Literal.Identifier(pair.Name)}.{pair.Property}")
            .FirstOrDefault();

    /// <summary>Whether a generated parameter's name is that of a property, or of anything else.</summary>
    public static bool IsMeant(string symbol, string parameter) =>
        symbol.Length > 0 && char.ToLowerInvariant(symbol[0]) + symbol.Substring(1) == parameter;
}
