using Parameterize.Scaling.Rules;

namespace Parameterize;

/// <summary>The columns of a table of tensors, some of which each optimizer family has: the same for formulas and for numbers.</summary>
internal static class FamilyColumns
{
    /// <summary>The headers of a row, with those of the families at the end.</summary>
    public static string[] Headers { get; } =
    [
        "tensor", "kind", "m", "q", "M", "sigma",
        .. OptimizerFamilies.All.Select(family => $"eta {family.Symbol()}"),
        .. OptimizerFamilies.All.Select(family => $"lambda {family.Symbol()}"),
        "eps",
    ];

    /// <summary>The cells of a row under the headers at the end.</summary>
    public static string[] Cells<T>(ByFamily<FamilyScaling<T>> families, Func<T, string> text) =>
    [
        .. OptimizerFamilies.All.Select(family => text(families[family].LearningRate)),
        .. OptimizerFamilies.All.Select(family => text(families[family].WeightDecay)),
        text(families.AdamLike.Epsilon),
    ];

    /// <summary>A JSON property of each family, such as <c>sgdLearningRate</c>.</summary>
    public static JsonText Families(this JsonText json, string name, Func<OptimizerFamily, string> value) =>
        OptimizerFamilies.All.Aggregate(json, (text, family) => text.Property(Name(family, name), value(family)));

    /// <summary>The same of numbers.</summary>
    public static JsonText Families(this JsonText json, string name, Func<OptimizerFamily, double> value) =>
        OptimizerFamilies.All.Aggregate(json, (text, family) => text.Property(Name(family, name), value(family)));

    private static string Name(OptimizerFamily family, string name) => family.Symbol().ToLowerInvariant() + name;
}
