using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Scaling.Signals;

/// <summary>The criteria, each as: the first layer that fails it, if one does.</summary>
internal static class SignalCriteria
{
    /// <summary>All of them, the most basic first.</summary>
    public static SignalProperty[] Properties { get; } =
    [
        SignalProperty.Faithful, SignalProperty.Stable, SignalProperty.Nontrivial, SignalProperty.UsefulUpdate, SignalProperty.Maximal,
    ];

    /// <summary>The verdict on one property, with a repair where it fails.</summary>
    public static SignalVerdict Judge(SignalProperty property, SignalChain chain, IReadOnlyList<SignalReading> readings) =>
        FailureOf(property, chain, readings) is { } failure
            ? new SignalVerdict(
                property, failure.At.Layer.Name, failure.Excess, failure.Sentence, () => SignalRepairSearch.Find(property, chain, failure))
            : new SignalVerdict(property, null, Growth.Constant, Holding(property), () => []);

    /// <summary>The first failure of one property; null when it holds.</summary>
    public static SignalFailure? FailureOf(SignalProperty property, SignalChain chain, IReadOnlyList<SignalReading> readings) =>
        property switch
        {
            SignalProperty.Faithful => First(readings, reading => Unfaithful(reading, readings)),
            SignalProperty.Stable => First(readings, Unstable),
            SignalProperty.Nontrivial => First(readings, reading => Trivial(reading, readings)),
            SignalProperty.UsefulUpdate => First(readings, Useless),
            SignalProperty.Maximal => First(readings, NotMaximal),
            _ => throw new ArgumentOutOfRangeException(nameof(property), property, "No such property."),
        };

    /// <summary>D + 1/2 of the hidden representations, if they agree.</summary>
    public static Rational? RichnessOf(IReadOnlyList<SignalReading> readings)
    {
        var changes = readings.Where(reading => reading.Layer.Kind is ParameterKind.Input or ParameterKind.Hidden)
            .Select(reading => reading.Learnt.Exponent).Distinct().ToArray();
        return changes.Length == 1 ? changes[0] + Rational.Half : null;
    }

    private static SignalFailure? First(IReadOnlyList<SignalReading> readings, Func<SignalReading, SignalFailure?> failure) =>
        readings.Select(failure).FirstOrDefault(found => found is not null);

    private static SignalFailure? Unfaithful(SignalReading reading, IReadOnlyList<SignalReading> readings)
    {
        var isOutput = IsEnd(reading, readings) && !reading.Layer.Kind.FanOutIsWidth();
        var fails = reading.AtInit > Growth.Constant
            || (reading.AtInit < Growth.Constant && !isOutput && IsWhatIsMissed(reading, readings));
        return !fails ? null : new SignalFailure(reading, reading.AtInit, isOutput
            ? $"the output {SignalFailure.It(reading.AtInit)} at init at layer `{reading.Layer.Name}`"
            : $"activations {SignalFailure.They(reading.AtInit)} at layer `{reading.Layer.Name}`");
    }

    /// <summary>Whether nothing makes up for a small output: it is the last of the largest terms in a sum that someone reads.</summary>
    private static bool IsWhatIsMissed(SignalReading reading, IReadOnlyList<SignalReading> readings)
    {
        var sums = readings.Where(reader => reader.Layer.Sources.Contains(reading.Layer.Name))
            .Select(reader => readings.Where(term => reader.Layer.Sources.Contains(term.Layer.Name)).ToArray()).ToArray();
        return sums.Length == 0 || sums.Any(terms =>
            ReferenceEquals(terms.OrderBy(term => term.AtInit).Last(), reading));
    }

    private static SignalFailure? Unstable(SignalReading reading) => reading.Change <= Growth.Constant ? null : new SignalFailure(
        reading, reading.Change, $"the change in training {SignalFailure.It(reading.Change)} at layer `{reading.Layer.Name}`");

    private static SignalFailure? Trivial(SignalReading reading, IReadOnlyList<SignalReading> readings) =>
        !IsEnd(reading, readings) || reading.Change == Growth.Constant ? null : new SignalFailure(
            reading, reading.Change, $"the change of the output {SignalFailure.It(reading.Change)} at layer `{reading.Layer.Name}`");

    private static SignalFailure? Useless(SignalReading reading)
    {
        var effect = reading.Learnt + reading.Gradient + Rational.One;
        return !reading.Layer.Kind.FanOutIsWidth() || effect == Growth.Constant ? null : new SignalFailure(
            reading, effect, $"the effect that the change of layer `{reading.Layer.Name}` has on the output {SignalFailure.It(effect)}");
    }

    private static SignalFailure? NotMaximal(SignalReading reading) => reading.Own >= reading.Passed ? null : new SignalFailure(
        reading,
        reading.Own + -reading.Passed.Exponent!.Value,
        $"layer `{reading.Layer.Name}` learns less than it is passed: " +
        $"its own part of the change is {reading.Own}, the other {reading.Passed}");

    private static bool IsEnd(SignalReading reading, IReadOnlyList<SignalReading> readings) =>
        !readings.Any(reader => reader.Layer.Sources.Contains(reading.Layer.Name));

    private static string Holding(SignalProperty property) => property switch
    {
        SignalProperty.Faithful => "activations keep their size at every width",
        SignalProperty.Stable => "no change in training grows with width",
        SignalProperty.Nontrivial => "the output changes in training at every width",
        SignalProperty.UsefulUpdate => "every layer's change has an effect on the output at every width",
        _ => "every layer learns as much as it is passed",
    };
}
