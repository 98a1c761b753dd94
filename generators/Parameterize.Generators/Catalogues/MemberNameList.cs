using Parameterize.Generators.Model;

namespace Parameterize.Generators.Catalogues;

/// <summary>The names of generated members, in one place for the emitter and for the check that they are free.</summary>
internal static class MemberNameList
{
    public const string Scaling = "Scaling";
    public const string Parameterization = "Parameterization";
    public const string InitializeParameters = "InitializeParameters";
    public const string ParameterGroups = "ParameterGroups";
    public const string FoldedStateDict = "FoldedStateDict";
    public const string ClipGradNorm = "ClipGradNorm";
    public const string AttentionScale = "AttentionScale";
    public const string FusedQueryScale = "FusedQueryScale";
    public const string DotScale = "DotScale";
    public const string BareDotScale = "BareDotScale";
    public const string ResidualScale = "ResidualScale";
    public const string ParameterizationField = "_parameterization";
    public const string ConstructionField = "_modelConstruction";

    public static IReadOnlyList<string> Fixed { get; } =
        [Scaling, Parameterization, InitializeParameters, ParameterGroups, FoldedStateDict, ClipGradNorm, ParameterizationField];

    /// <summary>Every member that generated code speaks of: those that it adds, and the layers.</summary>
    public static IEnumerable<string> Of(ModelSpec model) => Fixed
        .Concat(OptimizerCatalogue.Generated.Select(optimizer => optimizer.Factory))
        .Concat(ForwardScales.Of(model).Select(scale => scale.Name))
        .Concat(model.Rebases ? [ConstructionField] : [])
        .Concat(model.Layers.SelectMany(layer => new[] { layer.Member.TrimStart('@'), layer.ForwardName, MultiplierField(layer) }));

    /// <summary>The field that holds a member's forward multiplier: <c>_mix</c> becomes <c>_mixMultiplier</c>.</summary>
    public static string MultiplierField(LayerSpec layer) =>
        MultiplierField(layer.Member) + (layer.Place is null or "*" ? "" : layer.Place.Replace("^", FromEnd));

    /// <summary>Whether a field of this name holds a multiplier of a member, or of a place in it.</summary>
    public static bool IsMultiplierField(string field, string member)
    {
        var name = MultiplierField(member);
        return field.StartsWith(name, StringComparison.Ordinal)
            && field.Substring(name.Length).Replace(FromEnd, "").All(char.IsDigit);
    }

    private const string FromEnd = nameof(FromEnd);

    private static string MultiplierField(string member)
    {
        var bare = member.TrimStart('@', '_');
        return bare.Length == 0 ? "_layerMultiplier" : $"_{char.ToLowerInvariant(bare[0])}{bare.Substring(1)}Multiplier";
    }
}
