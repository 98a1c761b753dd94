using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.ConvNet;

/// <summary>
/// Two convolutions, each behind a norm and a ReLU, added to what came in. All four kinds are read off the constructor, and generated
/// code sets the gains and biases of the group norms, which TorchSharp leaves as memory was.
/// </summary>
[Parameterize(BaseWidth = 16)]
public sealed partial class ResidualBlock : Module<Tensor, Tensor>
{
    private readonly GroupNorm _firstNorm;
    private readonly Conv2d _first;
    private readonly GroupNorm _secondNorm;
    private readonly Conv2d _second;

    /// <summary>Builds the block and draws its parameters.</summary>
    /// <param name="channels">How many channels come in and go out.</param>
    /// <param name="richness">r.</param>
    public ResidualBlock([Width] long channels, [Richness] double richness)
        : base(nameof(ResidualBlock))
    {
        _firstNorm = GroupNorm(GratingNet.NormGroups, channels);
        _first = Conv2d(channels, channels, 3, padding: 1);
        _secondNorm = GroupNorm(GratingNet.NormGroups, channels);
        _second = Conv2d(channels, channels, 3, padding: 1);
        InitializeParameters(richness);
    }

    /// <summary>From images [batch, channels, height, width] to images of the same size.</summary>
    public override Tensor forward(Tensor input)
    {
        var x = First(functional.relu(FirstNorm(input)));
        return input + Second(functional.relu(SecondNorm(x)));
    }
}
