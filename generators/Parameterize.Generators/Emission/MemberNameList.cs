using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Emission;

/// <summary>The names of generated members, in one place for the emitter and for the check that they are free.</summary>
internal static class MemberNameList
{
    public const string Scaling = "Scaling";
    public const string Parameterization = "Parameterization";
    public const string InitializeParameters = "InitializeParameters";
    public const string ParameterGroups = "ParameterGroups";
    public const string AttentionScale = "AttentionScale";
    public const string FusedQueryScale = "FusedQueryScale";
    public const string ResidualScale = "ResidualScale";
    public const string ParameterizationField = "_parameterization";

    public static IReadOnlyList<string> Fixed { get; } = [Scaling, Parameterization, InitializeParameters, ParameterGroups, ParameterizationField];

    /// <summary>
    /// A constructor parameter's name as a parameter of InitializeParameters: its own, unless a local or a member has that already.
    /// </summary>
    public static string Argument(ModelSpec model, string parameter)
    {
        var taken = model.Widths.Select(width => width.Symbol)
            .Concat(model.Rules.Select(rule => rule.Variable))
            .Concat(model.Layers.Select(layer => layer.Member.TrimStart('@')))
            .Concat(["generator", "tensors", "layer", "name"]);
        return Literal.Identifier(taken.Contains(parameter) ? parameter + "Value" : parameter);
    }

    /// <summary>The field that holds a member's forward multiplier: <c>_mix</c> becomes <c>_mixMultiplier</c>.</summary>
    public static string MultiplierField(LayerSpec layer)
    {
        var bare = layer.Member.TrimStart('@', '_');
        return bare.Length == 0 ? "_layerMultiplier" : $"_{char.ToLowerInvariant(bare[0])}{bare.Substring(1)}Multiplier";
    }
}
