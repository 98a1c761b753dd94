using Microsoft.CodeAnalysis;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Declarations;

/// <summary>Whether objects of a type hold layers, where TorchSharp looks for them or where it does not.</summary>
internal static class Held
{
    /// <summary>How deep containers in containers are looked into.</summary>
    private const int Deepest = 5;

    /// <summary>TorchVision's modules that train nothing, though their classes do not say so.</summary>
    private static readonly string[] Trainless = ["TorchSharp.torchvision.StochasticDepth", "TorchSharp.Modules.FrozenBatchNorm2d"];

    /// <summary>Whether it is a layer with tensors, a parameter, or something that holds them.</summary>
    public static bool HoldsTensors(ITypeSymbol type, int depth = 0) =>
        type.Is(WellKnownNames.Parameter)
        || (IsModule(type)
            ? !HasNoTensors(type, depth)
            : depth < Deepest && Contents(type).Any(content => HoldsTensors(content, depth + 1)));

    /// <summary>A module, by its class, by TorchSharp's interface of modules, or a type parameter that stands for one.</summary>
    public static bool IsModule(ITypeSymbol type) => type.DerivesFrom(WellKnownNames.Module)
        || type.Is(WellKnownNames.ModuleInterface)
        || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(IsModule));

    /// <summary>Modules that are known to have none: TorchSharp's activations and losses, and the user's own that hold none.</summary>
    public static bool HasNoTensors(ITypeSymbol type, int depth = 0) =>
        type.SelfAndBases()
            .Any(current =>
                current.Is(WellKnownNames.ParameterLessModule) || current.Is(WellKnownNames.Loss)
                    || Trainless.Any(name => current.Is(name)))
        || (depth < Deepest && EmptyModule.Is(type, depth));

    private static IEnumerable<ITypeSymbol> Contents(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return [array.ElementType];
        }

        if (type is not INamedTypeSymbol named || named.TypeKind is TypeKind.Delegate or TypeKind.Enum or TypeKind.Error)
        {
            return [];
        }

        // What is enumerated, a dictionary's pairs included; else the parts of a value.
        var elements = named.AllInterfaces.Append(named)
            .Where(current => current.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            .Select(sequence => sequence.TypeArguments[0])
            .ToArray();
        if (elements.Length > 0)
        {
            return elements;
        }

        if (named.IsTupleType || IsSystemBox(named))
        {
            return named.TypeArguments;
        }

        if ((named.IsValueType || named.IsRecord) && named.SpecialType == SpecialType.None
            && named.Locations.Any(location => location.IsInSource))
        {
            return Fields(named);
        }

        return [];
    }

    private static IEnumerable<ITypeSymbol> Fields(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).Select(field => field.Type);

    private static bool IsSystemBox(INamedTypeSymbol type) => type.ContainingNamespace?.Name is "System" or "Generic"
        && type.Name is "Tuple" or "ValueTuple" or "Nullable" or "Lazy" or "KeyValuePair";
}
