using Microsoft.CodeAnalysis;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Flow;

/// <summary>What the analyzers of use ask of a class.</summary>
internal static class AnnotatedClass
{
    /// <summary>Whether a class is annotated and, being right, has got its generated part.</summary>
    public static bool HasGeneratedPart(this INamedTypeSymbol? type) =>
        type is not null && type.Has(WellKnownNames.ParameterizeAttribute) && !type.GetMembers(MemberNameList.InitializeParameters).IsEmpty;

    public static bool IsAnnotated(this ITypeSymbol? type) => type is INamedTypeSymbol && type.Has(WellKnownNames.ParameterizeAttribute);

    /// <summary>Whether its layers have rates of their own: those of a baseline have not.</summary>
    public static bool IsScaled(this ITypeSymbol? type) =>
        type?.Attribute(WellKnownNames.ParameterizeAttribute) is { } attribute && attribute.Argument<bool>("Baseline") != true;

    /// <summary>What of it runs when it is used: its methods, and the getters of its properties.</summary>
    public static IEnumerable<IMethodSymbol> MethodsAndGetters(this INamedTypeSymbol type) => type.GetMembers()
        .OfType<IMethodSymbol>()
        .Where(static method => method.MethodKind is MethodKind.Ordinary or MethodKind.PropertyGet);

    /// <summary>The generated member that applies a member's multiplier; null for a member that has none.</summary>
    public static string? ForwardOf(ISymbol member)
    {
        if (member.ContainingType is not { } type || !type.HasGeneratedPart() || member.Has(WellKnownNames.UnscaledAttribute))
        {
            return null;
        }

        var name = MemberNames.Forward(member);
        return type.GetMembers(name).Any(IsGenerated) ? name : null;
    }

    /// <summary>The same for a member whose multiplier is not 1 at every width, as the class's gauge has it.</summary>
    public static string? MultipliedForwardOf(ISymbol member) => ForwardOf(member) is { } forward
        && (member.Attribute(WellKnownNames.OutputAttribute) is { } output
            && output.NamedArguments.Any(argument => argument.Key == "TiedTo")
            || member.ContainingType.GetMembers()
                .Any(other => other is IFieldSymbol && MemberNameList.IsMultiplierField(other.Name, member.Name) && IsGenerated(other)))
                ? forward
                : null;

    /// <summary>Whether a member of an annotated class holds layers that are registered and scaled with it.</summary>
    public static bool HoldsLayers(ISymbol member) => member.ContainingType.HasGeneratedPart()
        && !member.IsStatic
        && !member.Has(WellKnownNames.UnscaledAttribute)
        && (member switch { IFieldSymbol field => field.Type, IPropertySymbol property => property.Type, _ => null }) is { } type
        && Held.HoldsTensors(type);

    /// <summary>A method of the user's may have the name that the forward method of an unscaled member would have.</summary>
    private static bool IsGenerated(ISymbol member) => member.DeclaringSyntaxReferences
        .Any(reference => reference.SyntaxTree.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal));
}
