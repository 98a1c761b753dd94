using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>The README's model, with TorchSharp's default biases, and a dial.</summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class BiasedMlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed, _mix, _readout;

    public BiasedMlp([Width] long width, [Richness] double richness)
        : base(nameof(BiasedMlp))
    {
        _embed = Linear(PlainMlp.Inputs, width);
        _mix = Linear(width, width);
        _readout = Linear(width, PlainMlp.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x) => Readout(functional.gelu(Mix(functional.gelu(Embed(x)))));
}
