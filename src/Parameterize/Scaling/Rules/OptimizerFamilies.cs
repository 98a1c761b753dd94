namespace Parameterize.Scaling.Rules;

/// <summary>What is known of every family besides its rules: which there are, and what each is called.</summary>
internal static class OptimizerFamilies
{
    /// <summary>The families, in the order of the tables.</summary>
    public static IReadOnlyList<OptimizerFamily> All { get; } = [OptimizerFamily.SgdLike, OptimizerFamily.AdamLike];

    /// <summary>The family, if it is one: a number without a name has no rule, and least of all that of another family.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public static OptimizerFamily Known(this OptimizerFamily family) => All.Contains(family)
        ? family
        : throw new ArgumentOutOfRangeException(
            nameof(family), family, $"No such family of optimizers; there are {string.Join(", ", All.Select(known => known.ToString()))}.");

    /// <summary>As in a table's header and, in its own case, in the names of JSON: <c>SGD</c>.</summary>
    public static string Symbol(this OptimizerFamily family) => family.Known() switch
    {
        OptimizerFamily.SgdLike => "SGD",
        OptimizerFamily.AdamLike => "Adam",
    };

    /// <summary>As in a sentence: <c>SGD-like</c>.</summary>
    public static string Name(this OptimizerFamily family) => $"{family.Symbol()}-like";
}
