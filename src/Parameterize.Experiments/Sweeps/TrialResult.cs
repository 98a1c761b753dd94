using System.Collections.Immutable;
using System.Globalization;

namespace Parameterize.Experiments.Sweeps;

/// <summary>What one trial found: one line of a results file.</summary>
/// <param name="Id">Stable name, see <see cref="TrialId"/>; not empty.</param>
public sealed record TrialResult(string Id)
{
    /// <summary>
    /// What made it, see <see cref="TrialMaker"/>; a <see cref="ResultStore"/> says so of what it keeps. Empty where it is not known.
    /// </summary>
    public string MadeBy { get; init; } = "";

    /// <summary>What was set: <c>width</c> = <c>64</c>, <c>optimizer</c> = <c>Adam</c>. Numbers are written invariant.</summary>
    public ImmutableSortedDictionary<string, string> Settings { get; init; } = Empty<string>();

    /// <summary>What was found, one number each; NaN and infinities are allowed and mean that the run diverged.</summary>
    public ImmutableSortedDictionary<string, double> Numbers { get; init; } = Empty<double>();

    /// <summary>What was found, one number per step or layer.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<double>> Series { get; init; } = Empty<ImmutableArray<double>>();

    /// <summary>The same result with one more setting.</summary>
    public TrialResult With(string name, IFormattable value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return With(name, value.ToString(null, CultureInfo.InvariantCulture));
    }

    /// <summary>The same result with one more setting.</summary>
    public TrialResult With(string name, string value) => this with { Settings = Settings.SetItem(name, value) };

    /// <summary>The same result with one more number.</summary>
    public TrialResult WithNumber(string name, double value) => this with { Numbers = Numbers.SetItem(name, value) };

    /// <summary>The same result with one more series.</summary>
    public TrialResult WithSeries(string name, IEnumerable<double> values) => this with { Series = Series.SetItem(name, [.. values]) };

    /// <summary>A setting as a number.</summary>
    /// <exception cref="KeyNotFoundException">There is no such setting; the message lists those there are.</exception>
    /// <exception cref="FormatException">The setting is not a number.</exception>
    public double NumericSetting(string name)
    {
        if (!Settings.TryGetValue(name, out var text))
        {
            throw new KeyNotFoundException($"Trial '{Id}' has no setting '{name}'; it has {string.Join(", ", Settings.Keys)}.");
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"Setting '{name}' of trial '{Id}' is '{text}', not a number.");
    }

    /// <summary>Equal when all that is written is equal, entry by entry; NaN equals NaN.</summary>
    public bool Equals(TrialResult? other) => other is not null && ResultLine.Write(this) == ResultLine.Write(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Id, StringComparison.Ordinal);

    private static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
