using Microsoft.CodeAnalysis;
using Parameterize.Generators.Emission;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Parsing;

namespace Parameterize.Generators.Analyzers;

/// <summary>What the analyzers of use ask of a class.</summary>
internal static class AnnotatedClass
{
    /// <summary>Whether a class is annotated and, being right, has got its generated part.</summary>
    public static bool HasGeneratedPart(this INamedTypeSymbol? type) =>
        type is not null && type.Has(WellKnownNames.ParameterizeAttribute) && !type.GetMembers(MemberNameList.InitializeParameters).IsEmpty;

    /// <summary>The generated member that applies a member's multiplier; null for a member that has none.</summary>
    public static string? ForwardOf(ISymbol member)
    {
        if (member.ContainingType is not { } type || !type.HasGeneratedPart())
        {
            return null;
        }

        var name = MemberNames.Forward(member);
        return type.GetMembers(name).IsEmpty ? null : name;
    }
}
