using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>
/// The four-layer GELU network of the numeric set-up: no biases, and weights whose size keeps signals of size 1 through all
/// layers, so that ten steps of a moderate rate change every layer measurably at every width.
/// </summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class DialMlp : Module<Tensor, Tensor>
{
    internal const double Gain = 1.4142135623730951; // keeps the size of a signal through a GELU

    [Input(InitStd = 0.17677669529663687)] private readonly Linear _embed; // 1/sqrt(32)
    [Hidden(InitStd = Gain * 0.125)] private readonly Linear _mix; // gain/sqrt(64)
    [Hidden(InitStd = Gain * 0.125)] private readonly Linear _refine;
    [Output(InitStd = 0.125)] private readonly Linear _readout; // 1/sqrt(64)

    public DialMlp([Width] long width, [Richness] double richness)
        : base("mlp")
    {
        _embed = Linear(PlainMlp.Inputs, width, hasBias: false);
        _mix = Linear(width, width, hasBias: false);
        _refine = Linear(width, width, hasBias: false);
        _readout = Linear(width, PlainMlp.Outputs, hasBias: false);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor input) =>
        Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(input)))))));
}

/// <summary>The same in the gauge without multipliers.</summary>
[Parameterize(BaseWidth = 64, Gauge = Gauge.LearningRate)]
public sealed partial class DialRateMlp : Module<Tensor, Tensor>
{
    [Input(InitStd = 0.17677669529663687)] private readonly Linear _embed; // 1/sqrt(32)
    [Hidden(InitStd = DialMlp.Gain * 0.125)] private readonly Linear _mix; // gain/sqrt(64)
    [Hidden(InitStd = DialMlp.Gain * 0.125)] private readonly Linear _refine;
    [Output(InitStd = 0.125)] private readonly Linear _readout; // 1/sqrt(64)

    public DialRateMlp([Width] long width, [Richness] double richness)
        : base("mlp")
    {
        _embed = Linear(PlainMlp.Inputs, width, hasBias: false);
        _mix = Linear(width, width, hasBias: false);
        _refine = Linear(width, width, hasBias: false);
        _readout = Linear(width, PlainMlp.Outputs, hasBias: false);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor input) =>
        Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(input)))))));
}
