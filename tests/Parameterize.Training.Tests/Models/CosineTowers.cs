using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>Two towers by the cosine of their vectors, over a temperature: with what a cosine lacks below r = 1/2, or without.</summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class CosineTowers : Module<Tensor, Tensor>
{
    private const double Temperature = 0.1;

    private readonly Linear _left;
    private readonly Linear _leftVector;
    private readonly Linear _right;
    private readonly Linear _rightVector;
    private readonly Identity _product;
    private readonly double _scale;

    public CosineTowers([DotWidth] long width, [Richness] double richness, bool isScaled = true)
        : base(nameof(CosineTowers))
    {
        _left = Linear(16, width);
        _leftVector = Linear(width, width);
        _right = Linear(16, width);
        _rightVector = Linear(width, width);
        _product = Identity();
        InitializeParameters(richness);
        _scale = isScaled ? BareDotScale * width / 64 : 1;
    }

    public override Tensor forward(Tensor pairs)
    {
        var halves = pairs.chunk(2, -1);
        var left = functional.normalize(LeftVector(functional.gelu(Left(halves[0]))), dim: 1);
        var right = functional.normalize(RightVector(functional.gelu(Right(halves[1]))), dim: 1);
        return _product.call(left.matmul(right.t()) * (_scale / Temperature));
    }
}
