using Microsoft.CodeAnalysis;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Declarations;

/// <summary>The members of a class that may hold layers, and what their declared types say of it.</summary>
internal static class LayerMembers
{
    /// <summary>The first member with tensors that a class itself declares; null if there is none.</summary>
    public static ISymbol? Added(INamedTypeSymbol type) => In(type)
        .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.ContainingType, type)
            && !member.Has(WellKnownNames.UnscaledAttribute)
            && Held.HoldsTensors(TypeOf(member)));

    /// <summary>The members of a reference type that may hold tensors.</summary>
    public static IEnumerable<ISymbol> Holders(INamedTypeSymbol type) =>
        In(type).Where(member => TypeOf(member) is { IsReferenceType: true } declared && Held.HoldsTensors(declared));

    /// <summary>Whether the declared type, or that of its elements, ends in a question mark.</summary>
    public static bool MayBeNull(ISymbol? member) => member is IFieldSymbol or IPropertySymbol
        && TypeOf(member) is var type
        && (type.NullableAnnotation == NullableAnnotation.Annotated
            || Element(type).Element.NullableAnnotation == NullableAnnotation.Annotated);

    /// <summary>The declared type of a field or property.</summary>
    public static ITypeSymbol TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;

    /// <summary>Fields and automatic properties of the class, and of its bases below torch.nn.Module.</summary>
    public static IEnumerable<ISymbol> In(INamedTypeSymbol type) => type.SelfAndBases()
        .TakeWhile(current => !LayerCatalogue.IsTorchSharp(current))
        .TakeWhile(current => SymbolEqualityComparer.Default.Equals(current, type) || !current.Has(WellKnownNames.ParameterizeAttribute))
        .SelectMany(current => current.GetMembers())
        .Where(member => !member.IsStatic)
        .Select(member => member is IFieldSymbol { AssociatedSymbol: IPropertySymbol property } ? property : member)
        .Where(member => member is IFieldSymbol || (member is IPropertySymbol property && IsAutomatic(property)))
        .Distinct(SymbolEqualityComparer.Default)
        .Select(member => member!);

    private static bool IsAutomatic(IPropertySymbol property) => !property.IsIndexer
        && property.ContainingType.GetMembers()
            .OfType<IFieldSymbol>()
            .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>Whether it may hold any modules; which ones, the constructor says.</summary>
    public static bool IsOpen(ITypeSymbol type) =>
        type.Is(WellKnownNames.Sequential) || type.Is(WellKnownNames.ModuleDict) || IsGeneral(type);

    /// <summary>One of TorchSharp's types that stand for any module, or for several of its own.</summary>
    public static bool IsGeneral(ITypeSymbol type) => LayerCatalogue.IsTorchSharp(type)
        && (type.Is(WellKnownNames.Module) || type is { IsAbstract: true } or { TypeKind: TypeKind.Interface })
        && Held.IsModule(type) && !Held.HasNoTensors(type);

    /// <summary>What a member of that type holds one or several of, and in what.</summary>
    public static (ITypeSymbol Element, Container Container) Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => (array.ElementType, Container.Array),
        INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } list when list.Is(WellKnownNames.ModuleList) =>
            (arguments[0], Container.TorchList),
        INamedTypeSymbol list when list.Is(WellKnownNames.ParameterList) && Indexed(list) is { } element => (element, Container.TorchList),
        INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } list when IsSystemList(list) => (arguments[0], Container.List),
        _ => (type, Container.None),
    };

    private static bool IsSystemList(INamedTypeSymbol type) =>
        type.Name is "List" or "IList" or "IReadOnlyList" && type.ContainingNamespace.ToDisplayString() == "System.Collections.Generic";

    private static ITypeSymbol? Indexed(INamedTypeSymbol list) =>
        list.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => property.IsIndexer)?.Type;
}
