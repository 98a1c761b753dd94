using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Benchmarks.Slopes.Models;

/// <summary>Two towers, and how near each left item is to each right one. The halves of the input are a pair.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class Towers : Module<Tensor, Tensor>
{
    private readonly Linear _left;
    private readonly Linear _leftVector;
    private readonly Linear _right;
    private readonly Linear _rightVector;
    private readonly Identity _product;

    public Towers([DotWidth] long width, [Richness] double richness)
        : base(nameof(Towers))
    {
        _left = Linear(Tasks.Inputs, width);
        _leftVector = Linear(width, width);
        _right = Linear(Tasks.Inputs, width);
        _rightVector = Linear(width, width);
        _product = Identity();
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor pairs)
    {
        var halves = pairs.chunk(2, -1);
        var left = LeftVector(functional.gelu(Left(halves[0])));
        var right = RightVector(functional.gelu(Right(halves[1])));
        return _product.call(left.matmul(right.t()) * DotScale);
    }
}
