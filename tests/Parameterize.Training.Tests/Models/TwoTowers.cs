using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>
/// Two towers, and how near each left item is to each right one: a contrastive model. No biases, and weights that keep signals of size 1
/// through both layers. The halves of the input are a pair.
/// </summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class TwoTowers : Module<Tensor, Tensor>
{
    [Input(InitStd = 0.25)] private readonly Linear _left;
    [Hidden(InitStd = DialMlp.Gain * 0.125)] private readonly Linear _leftVector;
    [Input(InitStd = 0.25)] private readonly Linear _right;
    [Hidden(InitStd = DialMlp.Gain * 0.125)] private readonly Linear _rightVector;
    private readonly Identity _product;
    private readonly bool _isOverRoot;

    public TwoTowers([DotWidth] long width, [Richness] double richness, bool isOverRoot = false)
        : base(nameof(TwoTowers))
    {
        _isOverRoot = isOverRoot;
        _left = Linear(16, width, hasBias: false);
        _leftVector = Linear(width, width, hasBias: false);
        _right = Linear(16, width, hasBias: false);
        _rightVector = Linear(width, width, hasBias: false);
        _product = Identity();
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor pairs)
    {
        var halves = pairs.chunk(2, -1);
        var left = LeftVector(functional.gelu(Left(halves[0])));
        var right = RightVector(functional.gelu(Right(halves[1])));

        // Over the root is what attention at a fixed width does, and what is shown to grow.
        var scale = _isOverRoot ? 1 / Math.Sqrt(left.shape[1]) : DotScale;
        return _product.call(left.matmul(right.t()) * scale);
    }
}

/// <summary>The same in a model with another base: there the towers are 128 wide where this is at its own.</summary>
[Parameterize(BaseWidth = 16)]
internal sealed partial class HeldTowers : Module<Tensor, Tensor>
{
    public HeldTowers([Width] long width)
        : base(nameof(HeldTowers))
    {
        Towers = new TwoTowers(8 * width, 0.5);
        InitializeParameters(width);
    }

    public TwoTowers Towers { get; }

    public override Tensor forward(Tensor pairs) => Towers.call(pairs);
}
