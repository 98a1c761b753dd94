using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>A readout that sums over the products of two vectors, both of which widen.</summary>
[Parameterize(BaseWidth = 32)]
public sealed partial class PairedVectors : Module<Tensor, Tensor>
{
    private readonly Linear _left;
    private readonly Linear _right;
    private readonly Bilinear _pair;

    public PairedVectors([Width] long width, [Richness] double richness)
        : base(nameof(PairedVectors))
    {
        _left = Linear(PlainMlp.Inputs, width);
        _right = Linear(PlainMlp.Inputs, width);
        _pair = Bilinear(width, width, PlainMlp.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x) => _pair.call(functional.gelu(Left(x)), functional.gelu(Right(x)));
}
