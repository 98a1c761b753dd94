using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>Tensors of every kind: a norm, biases, a branch that starts at zero, and a readout that may.</summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class EveryKindMlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed, _mix, _readout;
    private readonly LayerNorm _norm;
    [Hidden(ZeroInit = true)] private readonly Linear _branch;
    [Output(ZeroInit = true)] private readonly Linear _second;

    public EveryKindMlp([Width] long width, [Richness] double richness)
        : base(nameof(EveryKindMlp))
    {
        _embed = Linear(PlainMlp.Inputs, width);
        _norm = LayerNorm(width);
        _mix = Linear(width, width);
        _branch = Linear(width, width);
        _readout = Linear(width, PlainMlp.Outputs);
        _second = Linear(width, PlainMlp.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        var stream = functional.gelu(Mix(Norm(functional.gelu(Embed(x)))));
        stream = stream + functional.gelu(Branch(stream));
        return Readout(stream) + Second(stream);
    }
}
