namespace Parameterize.Scaling.Rules;

/// <summary>What is known of every family besides its rules: which there are, and what each is called.</summary>
internal static class OptimizerFamilies
{
    /// <summary>The families, in the order of the tables.</summary>
    public static IReadOnlyList<OptimizerFamily> All { get; } =
    [
        OptimizerFamily.SgdLike, OptimizerFamily.AdamLike, OptimizerFamily.Spectral,
    ];

    /// <summary>The family, if it is one: a number without a name has no rule, and least of all that of another family.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public static OptimizerFamily Known(this OptimizerFamily family) => All.Contains(family)
        ? family
        : throw new ArgumentOutOfRangeException(
            nameof(family), family, $"No such family of optimizers; there are {string.Join(", ", All.Select(known => known.ToString()))}.");

    /// <summary>
    /// The family whose rule a tensor follows: a spectral optimizer has one of its own for hidden matrices and kernels alone, and leaves
    /// the rest to an Adam-like one.
    /// </summary>
    public static OptimizerFamily RuleOf(ParameterKind kind, OptimizerFamily family) =>
        family.Known() == OptimizerFamily.Spectral && kind != ParameterKind.Hidden ? OptimizerFamily.AdamLike : family;

    /// <summary>As in a table's header: <c>SGD</c>.</summary>
    public static string Symbol(this OptimizerFamily family) => family.Known() switch
    {
        OptimizerFamily.SgdLike => "SGD",
        OptimizerFamily.AdamLike => "Adam",
        OptimizerFamily.Spectral => "Muon",
    };

    /// <summary>As in the names of JSON: <c>sgd</c>.</summary>
    public static string Key(this OptimizerFamily family) => family.Known() switch
    {
        OptimizerFamily.SgdLike => "sgd",
        OptimizerFamily.AdamLike => "adam",
        OptimizerFamily.Spectral => "spectral",
    };

    /// <summary>As in a sentence: <c>SGD-like</c>.</summary>
    public static string Name(this OptimizerFamily family) => family.Known() switch
    {
        OptimizerFamily.SgdLike => "SGD-like",
        OptimizerFamily.AdamLike => "Adam-like",
        OptimizerFamily.Spectral => "spectral",
    };

    /// <summary>Several, as in a sentence: <c>SGD-like, Adam-like and spectral</c>.</summary>
    public static string Names(IReadOnlyList<OptimizerFamily> families)
    {
        var names = families.Select(Name).ToArray();
        return names.Length < 2
            ? string.Concat(names)
            : $"{string.Join(", ", names.Take(names.Length - 1))} and {names[names.Length - 1]}";
    }
}
