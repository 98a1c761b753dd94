using Parameterize.Generators.Infrastructure;
using Parameterize.Scaling.Rules;

namespace Parameterize.Generators.Model;

/// <summary>Everything that the emitter needs to know of one annotated class: strings, enums, rationals. Never a Roslyn object.</summary>
/// <param name="HintName">What its generated files are named after.</param>
/// <param name="Namespace">Null in the global namespace.</param>
/// <param name="Containers">Headers of the containing types, outermost first, such as <c>partial class Outer</c>.</param>
/// <param name="Name">The class's name, without type parameters.</param>
/// <param name="Header">The class's own header, such as <c>partial class Mlp&lt;T&gt;</c>.</param>
/// <param name="Options">What its attribute and the assembly's say.</param>
/// <param name="Widths">The widths, the model's own first.</param>
/// <param name="Witnesses">The tensors that show them, of those that some tensor shows.</param>
/// <param name="RichnessParameter">The constructor parameter that sets the dial at run time, if any.</param>
/// <param name="GammaParameter">The constructor parameter that sets gamma at run time, if any.</param>
/// <param name="Layers">The scaled and unscaled members, in the order of declaration.</param>
/// <param name="Rules">The parameter groups.</param>
internal sealed record ModelSpec(
    string HintName,
    string? Namespace,
    EquatableArray<string> Containers,
    string Name,
    string Header,
    ScalingOptions Options,
    EquatableArray<WidthSpec> Widths,
    EquatableArray<WidthWitness> Witnesses,
    string? RichnessParameter,
    string? GammaParameter,
    EquatableArray<LayerSpec> Layers,
    EquatableArray<RuleSpec> Rules)
{
    /// <summary>Its class, fully qualified, as models that hold it name it.</summary>
    public string Type { get; init; } = "";

    /// <summary>What it draws the layers of models inside from.</summary>
    public EquatableArray<RedrawSpec> Redraws { get; init; } = Array.Empty<RedrawSpec>().ToEquatableArray();

    /// <summary>The containers that hold too little where a loop ran no round that is read as if it had.</summary>
    public EquatableArray<FewestSpec> Fewest { get; init; } = Array.Empty<FewestSpec>().ToEquatableArray();

    /// <summary>The static numbers that are read as they are declared, though others can set them.</summary>
    public EquatableArray<DeclaredSpec> Declared { get; init; } = Array.Empty<DeclaredSpec>().ToEquatableArray();

    /// <summary>Whether it was read as if numbers were left out whose defaults say that there are none.</summary>
    public bool LeavesOptionsOut { get; init; }

    /// <summary>Whether some layer is at two places in it.</summary>
    public bool HoldsLayersTwice { get; init; }

    /// <summary>What stands for computed sizes in the table, those among them that only models inside have.</summary>
    public EquatableArray<ComputedRatio> Computed { get; init; }

    /// <summary>Whether a layer of its own ends in a fixed size, or reads from one that does.</summary>
    public bool HasStage =>
        Layers.Any(layer =>
            layer.Tensors.Any(tensor => tensor.Scaling.Kind == ParameterKind.Output || tensor.Scaling.Declaration.Behind is not null));

    /// <summary>
    /// Without references to models inside that get no part, since something is wrong with them: that is theirs to say, not this one's. And
    /// without those to models inside that have no stage of fixed size, of what reads from them.
    /// </summary>
    public ModelSpec WithoutBroken(CompleteModels complete)
    {
        var plain = new HashSet<string>(
            Layers.Where(layer => layer.Form == LayerForm.Nested && !complete.MayHoldStage(layer)).Select(layer => layer.Pattern));
        return this with
        {
            Layers = Layers
                .Select(layer =>
                    layer.Nested is { IsOfThisAssembly: true, Type: var type } && !complete.Contains(type)
                        ? layer with { Nested = null }
                        : layer)
                .Select(layer => layer.Behind is null ? layer : layer.ReadingFrom(Staged(layer.Behind)))
                .ToEquatableArray(),
        };

        string? Staged(string names) =>
            string.Join(", ", names.Split([", "], StringSplitOptions.None).Where(name => !plain.Contains(name))) is { Length: > 0 } staged
                ? staged
                : null;
    }

    /// <summary>The widths that no tensor shows, so that the constructor has to tell them.</summary>
    public IEnumerable<WidthSpec> Told => Widths.Where(width => WitnessOf(width) is null);

    /// <summary>Where a width's value is read; null when no tensor shows it.</summary>
    public WidthWitness? WitnessOf(WidthSpec width) => Witnesses.FirstOrDefault(witness => witness.Symbol == width.Symbol);

    /// <summary>Whether it holds models that it gives another base than they have alone.</summary>
    public bool Rebases => Layers.Any(layer => layer.NestedWidths.Any(width => !width.IsOwnBase));

    /// <summary>How the class is declared.</summary>
    public ClassDeclaration Declaration => new(new GeneratedFiles(HintName), Namespace, Containers, Header);
}

/// <summary>How an annotated class is declared: what its optimizers depend on, so that no other edit writes them again.</summary>
/// <param name="Files">The names of its generated files.</param>
/// <param name="Namespace">Null in the global namespace.</param>
/// <param name="Containers">Headers of the containing types, outermost first, such as <c>partial class Outer</c>.</param>
/// <param name="Header">The class's own header, such as <c>partial class Mlp&lt;T&gt;</c>.</param>
internal sealed record ClassDeclaration(GeneratedFiles Files, string? Namespace, EquatableArray<string> Containers, string Header);
