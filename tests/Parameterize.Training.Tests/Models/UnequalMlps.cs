using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>A waist that grows like the root of the width: between layers of one ratio, a layer of another.</summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class WaistMlp : Module<Tensor, Tensor>
{
    private const double Gain = 1.4142135623730951; // keeps the size of a signal through a GELU

    [Input(InitStd = 0.17677669529663687)] private readonly Linear _embed; // 1/sqrt(32)
    [Hidden(InitStd = Gain * 0.125)] private readonly Linear _narrow; // gain/sqrt(64)
    [Hidden(InitStd = Gain * 0.125)] private readonly Linear _widen;
    [Output(InitStd = 0.125)] private readonly Linear _readout; // 1/sqrt(64)

    public WaistMlp([Width] long width, [Width] long waist, [Richness] double richness)
        : base("waist")
    {
        _embed = Linear(PlainMlp.Inputs, width, hasBias: false);
        _narrow = Linear(width, waist, hasBias: false);
        _widen = Linear(waist, width, hasBias: false);
        _readout = Linear(width, PlainMlp.Outputs, hasBias: false);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor input) =>
        Readout(functional.gelu(Widen(functional.gelu(Narrow(functional.gelu(Embed(input)))))));
}

/// <summary>A model that begins narrow, its width growing like the root of that of its end.</summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class FunnelMlp : Module<Tensor, Tensor>
{
    private const double Gain = 1.4142135623730951;

    [Input(InitStd = 0.17677669529663687)] private readonly Linear _embed;
    [Hidden(InitStd = Gain * 0.125)] private readonly Linear _widen;
    [Hidden(InitStd = Gain * 0.125)] private readonly Linear _mix;
    [Output(InitStd = 0.125)] private readonly Linear _readout;

    public FunnelMlp([Width] long width, [Width] long start, [Richness] double richness)
        : base("funnel")
    {
        _embed = Linear(PlainMlp.Inputs, start, hasBias: false);
        _widen = Linear(start, width, hasBias: false);
        _mix = Linear(width, width, hasBias: false);
        _readout = Linear(width, PlainMlp.Outputs, hasBias: false);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor input) =>
        Readout(functional.gelu(Mix(functional.gelu(Widen(functional.gelu(Embed(input)))))));
}
