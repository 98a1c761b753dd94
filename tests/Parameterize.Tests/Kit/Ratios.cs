using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Tests.Kit;

/// <summary>n, m and q as symbols of their own, so that a rule that takes one for another is found out.</summary>
internal static class Ratios
{
    public static TensorRatios Symbolic { get; } = new(Factor.Of("n"), Factor.Of("m"), Factor.Of("q"));

    public static IEnumerable<ParameterKind> Kinds => Enum.GetValues<ParameterKind>();

    public static IEnumerable<Gauge> Gauges => Enum.GetValues<Gauge>();

    public static IEnumerable<OptimizerFamily> Families => Enum.GetValues<OptimizerFamily>();

    public static IEnumerable<Rational> Dial => [0, new(1, 8), new(1, 4), new(3, 8), Rational.Half];

    /// <summary>n, m and q of a kind where every width grows alike; a dim that is no width has ratio 1.</summary>
    public static TensorRatios Of(ParameterKind kind, string fanIn = "n", string fanOut = "n") => new(
        Factor.Of("n"),
        kind.FanInIsWidth() ? Factor.Of(fanIn) : Factor.One,
        kind.FanOutIsWidth() ? Factor.Of(fanOut) : Factor.One);
}
