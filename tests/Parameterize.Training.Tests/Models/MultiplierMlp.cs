using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>The four-layer GELU network in the gauge Multiplier; the dial is set at run time.</summary>
[Parameterize(BaseWidth = 64, Gauge = Gauge.Multiplier)]
public sealed partial class MultiplierMlp : Module<Tensor, Tensor>
{
    [Input] private readonly Linear _embed;
    [Hidden] private readonly Linear _mix;
    [Hidden] private readonly Linear _refine;
    [Output] private readonly Linear _readout;

    public MultiplierMlp([Width] long width, [Richness] double richness)
        : base("mlp")
    {
        _embed = Linear(PlainMlp.Inputs, width);
        _mix = Linear(width, width);
        _refine = Linear(width, width);
        _readout = Linear(width, PlainMlp.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor input) =>
        Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(input)))))));
}
