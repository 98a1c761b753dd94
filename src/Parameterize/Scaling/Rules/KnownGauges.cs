namespace Parameterize.Scaling.Rules;

/// <summary>What there is of gauges.</summary>
internal static class KnownGauges
{
    /// <summary>The gauge, if it is one: a number without a name says nothing of how a model is written.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public static Gauge Known(this Gauge gauge) => gauge is >= Gauge.NeuralTangent and <= Gauge.TensorPrograms
        ? gauge
        : throw new ArgumentOutOfRangeException(
            nameof(gauge), gauge, $"No such gauge; there are {string.Join(", ", Enum.GetNames(typeof(Gauge)))}.");
}
