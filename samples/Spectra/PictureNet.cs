using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.Spectra;

/// <summary>
/// A convolutional network with one output at the lazy end of the dial, where the wide network is its tangent kernel. The width is the
/// number of channels. Stds are those of the base width: the root of two over the fan-in, as ReLU asks for.
/// </summary>
[Parameterize(Richness = Richness.NeuralTangent, BaseWidth = 16)]
public sealed partial class PictureNet : Module<Tensor, Tensor>
{
    [Input(InitStd = 0.47)] private readonly Conv2d _see;
    [Hidden(InitStd = 0.118)] private readonly Conv2d _shrink;
    [Hidden(InitStd = 0.118)] private readonly Conv2d _refine;
    private readonly Linear _readout;

    /// <summary>Builds the network and draws its parameters.</summary>
    /// <param name="colours">How many numbers a pixel has.</param>
    /// <param name="side">Pixels along an edge.</param>
    /// <param name="channels">The width.</param>
    public PictureNet(long colours, long side, [Width] long channels)
        : base(nameof(PictureNet))
    {
        var places = (side + 1) / 2 * ((side + 1) / 2);
        _see = Conv2d(colours, channels, 3, padding: 1, bias: false);
        _shrink = Conv2d(channels, channels, 3, stride: 2, padding: 1, bias: false);
        _refine = Conv2d(channels, channels, 3, padding: 1, bias: false);
        _readout = Linear(places * channels, 1, hasBias: false);
        InitializeParameters();
    }

    /// <summary>From pictures [batch, colours, side, side] to [batch, 1].</summary>
    public override Tensor forward(Tensor input) => Readout(
        functional.relu(Refine(functional.relu(Shrink(functional.relu(See(input)))))).flatten(1));
}
