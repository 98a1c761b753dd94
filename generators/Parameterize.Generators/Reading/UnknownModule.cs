using Microsoft.CodeAnalysis;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Reading;

/// <summary>Says that a module's tensors are not known, and what to do: a class of a library's cannot be annotated.</summary>
internal static class UnknownModule
{
    private const string OfSource = "give its class [Parameterize], build it of modules of the catalogue or of Parameter members";
    private const string OfLibrary = "its class cannot be annotated: build it of modules of the catalogue or of Parameter members";
    private const string OfAnyType = "build it in the constructor of modules of the catalogue or of classes with [Parameterize]";
    private const string OfHanded =
        "give the constructor the sizes that it is built with, and build it there; or let the parameter be of a class with [Parameterize]";

    /// <summary>Of a member that holds one of that type.</summary>
    /// <param name="isHandedIn">Whether the constructor is given it.</param>
    /// <param name="isInside">Whether the member is a container that holds one of the type.</param>
    /// <param name="unseen">Why it is not known what it holds, if that is so.</param>
    public static void Report(
        ReadingContext context, Location location, string member, ITypeSymbol type, bool isHandedIn = false, bool isInside = false,
        Doubt? unseen = null)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        if (isHandedIn || type is ITypeParameterSymbol)
        {
            context.Report(
                Descriptors.UnknownModule, location, member,
                $"is a '{name}' that the constructor is given, and only who built it knows how its tensors scale", OfHanded);
            return;
        }

        if (unseen is not null && !isInside && LayerMembers.IsOpen(type))
        {
            context.Report(
                Descriptors.UnknownModule, location, member,
                $"is of type '{name}', and what it holds is not known ('{SizeNames.Shortened(unseen.Expression)}' {unseen.Cause})",
                unseen.Advice ?? OfAnyType);
            return;
        }

        context.Report(
            Descriptors.UnknownModule, location, member,
            $"{(isInside ? "holds one" : "is")} of type '{name}', whose tensors the catalogue does not know",
            (IsOfLibrary(type), LayerMembers.IsOpen(type)) switch
            {
                (true, _) => OfLibrary,
                (_, true) => OfAnyType,
                _ => OfSource,
            });
    }

    /// <summary>
    /// Whether it is a module with tensors that a library brings: TorchVision's, and the few of TorchSharp that are not in the catalogue.
    /// </summary>
    public static bool IsOfLibrary(ITypeSymbol type) => LayerCatalogue.IsTorchSharp(type)
        && Held.IsModule(type)
        && !Held.HasNoTensors(type)
        && LayerCatalogue.Of(type) is null
        && !type.Is(WellKnownNames.ModuleList)
        && !type.Is(WellKnownNames.ParameterList)
        && !LayerMembers.IsOpen(type);
}
