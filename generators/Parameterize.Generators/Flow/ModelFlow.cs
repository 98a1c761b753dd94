using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Flow;

/// <summary>
/// Finds the annotated models in a module: itself, the layers of a sequence, or those that a plain class holds; baselines do not count.
/// </summary>
internal sealed class ModelFlow(ValueFlow flow)
{
    public IReadOnlyList<INamedTypeSymbol> In(FlowValue module)
    {
        if (module.Operation.Type.IsAnnotated())
        {
            return OfType(module.Operation.Type);
        }

        // Of a variable that may hold another module too, nobody knows which one it is here.
        var models = flow.Origins(module, IsLayer).Select(ModelsAt).ToArray();
        return Array.Exists(models, found => found.Count == 0) ? [] : [.. models.SelectMany(found => found)];
    }

    private IReadOnlyList<INamedTypeSymbol> ModelsAt(FlowValue origin) => origin.Operation switch
    {
        { Type: var type } when type.IsAnnotated() => OfType(type),
        IMemberReferenceOperation { Member.ContainingType: var model } when IsLayer(origin.Operation) => OfType(model),
        { Type: var type } when type.Is(WellKnownNames.Sequential) || type.Is(WellKnownNames.ModuleList) =>
            [.. origin.Operation.Descendants().SelectMany(part => OfType(part.Type))],
        IArrayCreationOperation { Initializer.ElementValues: var elements } => Among(origin, elements),
        ICollectionExpressionOperation { Elements: var elements } => Among(origin, elements),
        IObjectCreationOperation { Initializer: { } elements } => Among(origin, ParameterFlow.Initial(elements)),
        IParameterReferenceOperation { Parameter: var parameter } => Among(origin, LayerFlow.Sequences(origin.Operation, parameter)),
        { Type: { } type } => HeldBy(type),
        _ => [],
    };

    /// <summary>Of a list of modules, one by one, each is there for certain.</summary>
    private IReadOnlyList<INamedTypeSymbol> Among(FlowValue list, IEnumerable<IOperation> elements) =>
        [.. elements.SelectMany(element => In(list.With(element)))];

    /// <summary>Whether it is a layer of a model, of which the model's groups say the rate.</summary>
    private static bool IsLayer(IOperation operation) =>
        operation is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } reference
        && reference.Member.ContainingType.IsScaled()
        && AnnotatedClass.HoldsLayers(reference.Member);

    private static INamedTypeSymbol[] HeldBy(ITypeSymbol type) =>
    [
        .. type.SelfAndBases()
            .TakeWhile(current => current.IsSourced())
            .SelectMany(current => current.GetMembers())
            .Where(member => !member.IsStatic)
            .SelectMany(member =>
                OfType(member switch { IFieldSymbol field => field.Type, IPropertySymbol property => property.Type, _ => null })),
    ];

    private static INamedTypeSymbol[] OfType(ITypeSymbol? type) => type is INamedTypeSymbol model && model.IsScaled() ? [model] : [];
}
