namespace Parameterize.Scaling.Rules;

/// <summary>Something of each optimizer family, and the one place where it is looked up.</summary>
/// <typeparam name="T">What each family has.</typeparam>
/// <param name="SgdLike">That of SGD-like optimizers.</param>
/// <param name="AdamLike">That of Adam-like optimizers.</param>
/// <param name="Spectral">That of spectral optimizers.</param>
public sealed record ByFamily<T>(T SgdLike, T AdamLike, T Spectral)
{
    /// <summary>Each family's as a function says it.</summary>
    public ByFamily(Func<OptimizerFamily, T> value)
        : this(
            (value ?? throw new ArgumentNullException(nameof(value)))(OptimizerFamily.SgdLike),
            value(OptimizerFamily.AdamLike),
            value(OptimizerFamily.Spectral))
    {
    }

    /// <summary>That of one family.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such family.</exception>
    public T this[OptimizerFamily family] => family.Known() switch
    {
        OptimizerFamily.SgdLike => SgdLike,
        OptimizerFamily.AdamLike => AdamLike,
        OptimizerFamily.Spectral => Spectral,
    };

    /// <summary>The same with each family's made into something else.</summary>
    public ByFamily<TResult> Select<TResult>(Func<T, TResult> value) => value is null
        ? throw new ArgumentNullException(nameof(value))
        : new(value(SgdLike), value(AdamLike), value(Spectral));
}
