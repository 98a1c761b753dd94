using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>The same network as a user of TorchSharp alone writes it.</summary>
public sealed class PlainMlp : Module<Tensor, Tensor>
{
    public const long Inputs = 32;
    public const long Outputs = 10;

    private readonly Linear _embed;
    private readonly Linear _mix;
    private readonly Linear _refine;
    private readonly Linear _readout;

    public PlainMlp(long width)
        : base("mlp")
    {
        _embed = Linear(Inputs, width);
        _mix = Linear(width, width);
        _refine = Linear(width, width);
        _readout = Linear(width, Outputs);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) =>
        _readout.call(functional.gelu(_refine.call(functional.gelu(_mix.call(functional.gelu(_embed.call(input)))))));
}
