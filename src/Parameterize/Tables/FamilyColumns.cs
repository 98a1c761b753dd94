using Parameterize.Scaling.Rules;

namespace Parameterize;

/// <summary>The columns of a table of tensors, some of which each optimizer family has: the same for formulas and for numbers.</summary>
internal static class FamilyColumns
{
    /// <summary>The table of some rows, with the columns of the families at the end.</summary>
    public static TextTable Table<TRow, T>(
        IReadOnlyList<TRow> rows, Func<TRow, string[]> first, Func<TRow, ByFamily<FamilyScaling<T>>> families, Func<T, string> text)
    {
        var rates = OptimizerFamilies.All.Where(family => HasRate(family, rows.Select(families))).ToArray();
        var decays = OptimizerFamilies.All.Where(HasDecay).ToArray();
        return new TextTable(
            [
                "tensor", "kind", "m", "q", "M", "sigma",
                .. rates.Select(family => $"eta {family.Symbol()}"),
                .. decays.Select(family => $"lambda {family.Symbol()}"),
                "eps",
            ],
            rows.Select(string[] (row) =>
            [
                .. first(row),
                .. rates.Select(family => text(families(row)[family].LearningRate)),
                .. decays.Select(family => text(families(row)[family].WeightDecay)),
                text(families(row).AdamLike.Epsilon),
            ]));
    }

    /// <summary>A JSON property of each family, such as <c>sgdLearningRate</c>.</summary>
    public static JsonText Families(this JsonText json, string name, Func<OptimizerFamily, string> value) =>
        OptimizerFamilies.All.Aggregate(json, (text, family) => text.Property(Name(family, name), value(family)));

    /// <summary>The same of numbers.</summary>
    public static JsonText Families(this JsonText json, string name, Func<OptimizerFamily, double> value) =>
        OptimizerFamilies.All.Aggregate(json, (text, family) => text.Property(Name(family, name), value(family)));

    /// <summary>A spectral optimizer has a column where a tensor does not follow the rule of Adam-like ones.</summary>
    private static bool HasRate<T>(OptimizerFamily family, IEnumerable<ByFamily<FamilyScaling<T>>> rows) => family switch
    {
        OptimizerFamily.SgdLike or OptimizerFamily.AdamLike => true,
        OptimizerFamily.Spectral => rows.Any(row => row.Spectral != row.AdamLike),
    };

    /// <summary>Its lambda would be a column of 1/eta once more: JSON has it.</summary>
    private static bool HasDecay(OptimizerFamily family) => family switch
    {
        OptimizerFamily.SgdLike or OptimizerFamily.AdamLike => true,
        OptimizerFamily.Spectral => false,
    };

    private static string Name(OptimizerFamily family, string name) => family.Key() + name;
}
