using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers.Flow;

/// <summary>Finds the annotated models in a module: itself, the layers of a sequence, or those that a plain class holds; baselines do not count.</summary>
internal sealed class ModelFlow(ValueFlow flow)
{
    public IReadOnlyList<INamedTypeSymbol> In(FlowValue module)
    {
        if (module.Operation.Type.IsAnnotated())
        {
            return OfType(module.Operation.Type);
        }

        // Of a variable that may hold another module too, nobody knows which one it is here.
        var models = flow.Origins(module).Select(ModelsAt).ToArray();
        return Array.Exists(models, found => found.Count == 0) ? [] : [.. models.SelectMany(found => found)];
    }

    private static IReadOnlyList<INamedTypeSymbol> ModelsAt(FlowValue origin) => origin.Operation.Type switch
    {
        { } type when type.IsAnnotated() => OfType(type),
        { } type when type.Is(WellKnownNames.Sequential) || type.Is(WellKnownNames.ModuleList) =>
            [.. origin.Operation.Descendants().SelectMany(part => OfType(part.Type))],
        { } type => HeldBy(type),
        null => [],
    };

    private static INamedTypeSymbol[] HeldBy(ITypeSymbol type) =>
    [
        .. type.SelfAndBases()
            .TakeWhile(current => current.IsSourced())
            .SelectMany(current => current.GetMembers())
            .Where(member => !member.IsStatic)
            .SelectMany(member => OfType(member switch { IFieldSymbol field => field.Type, IPropertySymbol property => property.Type, _ => null })),
    ];

    private static INamedTypeSymbol[] OfType(ITypeSymbol? type) => type is INamedTypeSymbol model && model.IsScaled() ? [model] : [];
}
