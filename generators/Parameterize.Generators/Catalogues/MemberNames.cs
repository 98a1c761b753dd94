using Microsoft.CodeAnalysis;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Catalogues;

/// <summary>What a member is called, by TorchSharp and in generated code.</summary>
internal static class MemberNames
{
    /// <summary>The name under which TorchSharp's reflection registers a field: its own, or that of [ComponentName].</summary>
    public static string Registered(ISymbol member)
    {
        var field = member as IFieldSymbol ?? member.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.AssociatedSymbol, member));
        var named = field?.Attribute(
            WellKnownNames.ComponentNameAttribute)?.NamedArguments.FirstOrDefault(argument => argument.Key == "Name").Value.Value;
        return named as string ?? field?.MetadataName ?? member.Name;
    }

    /// <summary>
    /// The generated forward method's name: <c>_embed</c> becomes <c>Embed</c>. A property <c>Embed</c>, or a name that would hide
    /// a factory of torch.nn inside the class (<c>_linear</c>), becomes <c>EmbedForward</c>, <c>LinearForward</c>.
    /// </summary>
    public static string Forward(ISymbol member)
    {
        var name = Pascal(member.Name.TrimStart('_'));
        return name == member.Name || IsFactoryName(member.ContainingType, name) ? name + "Forward" : name;
    }

    /// <summary>With a capital first letter, and one in front where there is none.</summary>
    public static string Pascal(string name) => name.Length > 0 && char.IsLetter(name[0])
        ? char.ToUpperInvariant(name[0]) + name.Substring(1)
        : "Layer" + name;

    private static bool IsFactoryName(INamedTypeSymbol type, string name) => type.SelfAndBases()
        .FirstOrDefault(current => current.Is(WellKnownNames.Module))?.ContainingType?.GetMembers(name).Length > 0;
}
