namespace Parameterize.Generators.Evaluation;

/// <summary>
/// A number at each of the widths of <see cref="Probes"/>, computed as the program computes it. It has no value where that is not known:
/// what
/// the program sees there is never guessed.
/// </summary>
internal sealed class Samples : IEquatable<Samples>
{
    private readonly double[] _values; // a single one for what is the same everywhere; NaN for none

    private Samples(double[] values) => _values = values;

    /// <summary>A number of which no value is known.</summary>
    public static Samples None { get; } = new([double.NaN]);

    public double? AtBase => this[0];

    public double? this[int probe] => _values[Math.Min(probe, _values.Length - 1)] is var value && double.IsNaN(value) ? null : value;

    /// <summary>The same number at all widths.</summary>
    public static Samples Constant(double? value) => value is { } known ? new([known]) : None;

    public static Samples Of(IEnumerable<double?> values) => Canonical(values.Select(static value => value ?? double.NaN).ToArray());

    /// <summary>What is computed from one number; NaN where nothing is.</summary>
    public Samples Map(Func<double, double> function) =>
        Canonical(Array.ConvertAll(_values, value => double.IsNaN(value) ? value : function(value)));

    /// <summary>What is computed from two; NaN where nothing is.</summary>
    public static Samples Zip(Samples a, Samples b, Func<double, double, double> function)
    {
        var values = new double[Math.Max(a._values.Length, b._values.Length)];
        for (var probe = 0; probe < values.Length; probe++)
        {
            values[probe] = a[probe] is { } x && b[probe] is { } y ? function(x, y) : double.NaN;
        }

        return Canonical(values);
    }

    /// <summary>One where a condition holds and another where it does not.</summary>
    /// <param name="truth">1 where it holds, 0 where it does not.</param>
    public static Samples Choose(Samples truth, Samples whenTrue, Samples whenFalse)
    {
        var count = Math.Max(truth._values.Length, Math.Max(whenTrue._values.Length, whenFalse._values.Length));
        return Of(
            Enumerable.Range(0, count).Select(probe => truth[probe] is { } holds ? (holds != 0 ? whenTrue : whenFalse)[probe] : null));
    }

    /// <summary>What may be either, where both are one number.</summary>
    public static Samples Common(Samples a, Samples b) => Zip(a, b, static (x, y) => x == y ? x : double.NaN);

    public bool Equals(Samples? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as Samples);

    public override int GetHashCode() => _values[0].GetHashCode();

    private static Samples Canonical(double[] values)
    {
        for (var probe = 0; probe < values.Length; probe++)
        {
            values[probe] = double.IsInfinity(values[probe]) ? double.NaN : values[probe];
        }

        return values.Length == 1 || values.Any(value => !value.Equals(values[0])) ? new(values) : new([values[0]]);
    }
}
