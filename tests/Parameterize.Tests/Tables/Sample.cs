using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Tests.Tables;

/// <summary>The table that the generator writes for a small network.</summary>
internal static class Sample
{
    private static readonly Factor s_n = Factor.Of("width");

    public static ModelScaling Scaling(Rational? richness = null, Gauge gauge = Gauge.TensorPrograms, double? gamma = 1) => new(
        "Mlp",
        "width",
        new ScalingOptions { Richness = richness, Gauge = gauge, Gamma = gamma },
        Tensor("_embed.weight", ParameterKind.Input),
        Tensor("_embed.bias", ParameterKind.Vector),
        Tensor("_mix.weight", ParameterKind.Hidden) with { DrawFanIn = s_n },
        Tensor("_mix.bias", ParameterKind.Vector) with { DrawFanIn = s_n },
        Tensor("_readout.weight", ParameterKind.Output) with { DrawFanIn = s_n },
        Tensor("_readout.bias", ParameterKind.Finite) with { DrawFanIn = s_n });

    public static ModelParameterization Resolved(double width = 4, Gauge gauge = Gauge.TensorPrograms) =>
        Scaling(Rational.Half, gauge).Resolve(new Dictionary<string, double> { ["width"] = width });

    private static TensorDeclaration Tensor(string name, ParameterKind kind) => new(name, kind, new TensorRatios(
        s_n, kind.FanInIsWidth() ? s_n : Factor.One, kind.FanOutIsWidth() ? s_n : Factor.One));
}
