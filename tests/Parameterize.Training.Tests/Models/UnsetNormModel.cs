using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>Group norms as TorchSharp 0.104 and later make them: memory that nothing was written to, here of the worst kind.</summary>
[Parameterize(BaseWidth = 8)]
public sealed partial class UnsetNormModel : Module<Tensor, Tensor>
{
    private readonly Conv2d _see;
    private readonly GroupNorm _norm;
    private readonly ModuleList<GroupNorm> _norms;
    private readonly GroupNorm _plain;
    private readonly Linear _readout;

    public UnsetNormModel([Width] long width)
        : base("unset")
    {
        _see = Conv2d(1, width, 3, padding: 1);
        _norm = GroupNorm(4, width);
        _norms = new ModuleList<GroupNorm>(GroupNorm(4, width), GroupNorm(4, width));
        _plain = GroupNorm(4, width, affine: false);
        _readout = Linear(width, 10);
        foreach (var norm in new[] { _norm, _norms[0], _norms[1] })
        {
            Spoil(norm.weight);
            Spoil(norm.bias!);
        }

        InitializeParameters();
    }

    // Behind TorchSharp's back: an init of the model's own would be kept.
    private static void Spoil(Tensor tensor)
    {
        var memory = tensor.data<float>();
        for (var i = 0; i < memory.Count; i++)
        {
            memory[i] = float.NaN;
        }
    }

    public override Tensor forward(Tensor input) => Readout(_plain.call(Norms(1, Norms(0, Norm(See(input))))).mean([2L, 3L]));
}
