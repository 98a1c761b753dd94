using Parameterize.Training.Tests.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Checkpoints;

/// <summary>
/// The network of the gauge NeuralTangent at four times the base width and r = 1/2 as plain TorchSharp: M is a constant in forward,
/// 1/2 for hidden layers (m^-1/2) and 1/4 for the readout (m^-1/2 / n^1/2). Weights are multiplied, biases not.
/// </summary>
public sealed class MultipliedMlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _mix;
    private readonly Linear _refine;
    private readonly Linear _readout;

    public MultipliedMlp(long width)
        : base("mlp")
    {
        _embed = Linear(PlainMlp.Inputs, width);
        _mix = Linear(width, width);
        _refine = Linear(width, width);
        _readout = Linear(width, PlainMlp.Outputs);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var x = functional.gelu(_embed.call(input));
        x = functional.gelu(_mix.call(x * 0.5));
        x = functional.gelu(_refine.call(x * 0.5));
        return _readout.call(x * 0.25);
    }
}
