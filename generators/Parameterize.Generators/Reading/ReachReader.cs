using Microsoft.CodeAnalysis;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Reading;

/// <summary>
/// Finds members that hold layers where TorchSharp never registers them, or where generated code cannot reach them: such layers would
/// neither be scaled nor train, and nothing would fail.
/// </summary>
internal static class ReachReader
{
    private const string Elsewhere =
        "hold each in a member of its own, or all in an array, a List, a ModuleList or a ModuleDict; mark it [Unscaled] if others "
            + "register them";

    /// <summary>Reports such a member; false if there is none to report.</summary>
    /// <param name="member">A field, or an automatic property.</param>
    /// <param name="type">Its type.</param>
    /// <param name="element">That of its elements, if it is a list of a form that is known.</param>
    /// <param name="context">The class.</param>
    public static bool IsOutOfReach(ISymbol member, ITypeSymbol type, ITypeSymbol element, ReadingContext context)
    {
        if (!Held.HoldsTensors(type))
        {
            return false;
        }

        var (where, advice) = member switch
        {
            _ when !element.Is(WellKnownNames.Parameter) && !Held.IsModule(element) =>
                ($"in a '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}', which TorchSharp does not register",
                    Elsewhere),
            IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } =>
                ("behind an interface, where generated code cannot name them", "hold them in a field, which the property returns"),
            _ when !IsAccessible(member, context) =>
                ($"where only the base class '{member.ContainingType.Name}' can name them", "make it protected, or mark it [Unscaled]"),
            IFieldSymbol { IsRequired: true }
                or IPropertySymbol { IsRequired: true } when !context.Type.InstanceConstructors.All(SetsRequiredMembers) =>
                ("that are set when the constructor is done, and nothing is registered or scaled any more",
                    "let the constructor build them"),
            _ => (null, null),
        };
        if (where is not null)
        {
            context.Report(Descriptors.OutOfReach, member.Locations[0], member.Name, where, advice!);
        }

        return where is not null;
    }

    private static bool IsAccessible(ISymbol member, ReadingContext context) =>
        context.Compilation.IsSymbolAccessibleWithin(member, context.Type)
        && (member is not IPropertySymbol { GetMethod: { } get } || context.Compilation.IsSymbolAccessibleWithin(get, context.Type));

    private static bool SetsRequiredMembers(IMethodSymbol constructor) =>
        constructor.Has("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute");
}
