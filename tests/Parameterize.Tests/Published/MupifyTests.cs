using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Published;

/// <summary>
/// What the tutorial's author's tool computes (dkarkada/mupify, commit dcdc017): multiplier, SGD rate and init std at width 16, where
/// the first layer reads 9 numbers. It knows no base width, which is a base width of 1, and counts the first layer's fan-in in, which we
/// leave to the base model: its constants c are divided out below. It also evaluates nn.ReLU to 2^1/2 max(0, x): a constant per layer
/// that is the same at every width, hence part of the base model too.
/// </summary>
public class MupifyTests
{
    private const double Width = 16;
    private const double FanIn = 9;

    public static TheoryData<string, double, Gauge, ParameterKind, double, double, double> Settings => new()
    {
        // its setting, ours: r and gauge, layer, multiplier, rate, std
        { "ntp", 0, Gauge.NeuralTangent, ParameterKind.Input, 1.0 / 3, 1, 1 },
        { "ntp", 0, Gauge.NeuralTangent, ParameterKind.Hidden, 0.25, 1, 1 },
        { "ntp", 0, Gauge.NeuralTangent, ParameterKind.Output, 0.25, 1, 1 },
        { "ntp-lr", 0, Gauge.LearningRate, ParameterKind.Input, 1, 1.0 / 9, 1.0 / 3 },
        { "ntp-lr", 0, Gauge.LearningRate, ParameterKind.Hidden, 1, 0.0625, 0.25 },
        { "ntp-lr", 0, Gauge.LearningRate, ParameterKind.Output, 1, 0.0625, 0.25 },
        { "mup", 0.5, Gauge.Multiplier, ParameterKind.Input, 4.0 / 3, 1, 0.25 },
        { "mup", 0.5, Gauge.Multiplier, ParameterKind.Hidden, 1, 1, 0.25 },
        { "mup", 0.5, Gauge.Multiplier, ParameterKind.Output, 0.25, 1, 0.25 },
        { "mfp", 0.5, Gauge.NeuralTangent, ParameterKind.Input, 1.0 / 3, 16, 1 },
        { "mfp", 0.5, Gauge.NeuralTangent, ParameterKind.Hidden, 0.25, 16, 1 },
        { "mfp", 0.5, Gauge.NeuralTangent, ParameterKind.Output, 0.0625, 16, 1 },
        { "mup-lr", 0.5, Gauge.LearningRate, ParameterKind.Input, 1, 16.0 / 9, 1.0 / 3 },
        { "mup-lr", 0.5, Gauge.LearningRate, ParameterKind.Hidden, 1, 1, 0.25 },
        { "mup-lr", 0.5, Gauge.LearningRate, ParameterKind.Output, 1, 0.0625, 0.0625 },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Agrees_number_by_number(
        string setting, double r, Gauge gauge, ParameterKind kind, double multiplier, double rate, double std)
    {
        Assert.NotEmpty(setting);
        var input = kind == ParameterKind.Input;
        var (c, inRates) = (input ? Math.Sqrt(FanIn) : 1, gauge == Gauge.LearningRate);

        Same(multiplier * (inRates ? 1 : c), ScalingRule.Multiplier(kind, Ratios.Of(kind), gauge));
        Same(rate * (inRates ? c * c : 1), ScalingRule.LearningRate(kind, Ratios.Of(kind), gauge, OptimizerFamily.SgdLike));
        Same(std * (inRates ? c : 1), ScalingRule.InitStd(kind, Ratios.Of(kind), gauge));

        void Same(double theirs, Factor ours) =>
            Assert.Equal(theirs, ours.Evaluate(symbol => symbol == ScalingRule.GammaSymbol ? 1 : Width, r), 1e-15);
    }
}
