using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.ConvNet;

/// <summary>
/// A residual convolutional network that says in which direction the stripes of an image run. The width is the number of channels.
/// The blocks are models of their own, which scale themselves; this one's optimizers train them too.
/// </summary>
[Parameterize(BaseWidth = 16)]
public sealed partial class GratingNet : Module<Tensor, Tensor>
{
    /// <summary>
    /// Into how many groups the norms divide the channels, at every width. A norm passes back no gradient along two directions of a
    /// group: in groups of four channels, as four groups of the base width have, that is half of them, and theory of wide layers is far.
    /// </summary>
    public const long NormGroups = 1;

    private readonly Conv2d _see;
    private readonly ResidualBlock _early;
    private readonly Conv2d _shrink;
    private readonly ResidualBlock _late;
    private readonly GroupNorm _norm;
    private readonly Linear _readout;

    /// <summary>Builds the model and draws its parameters.</summary>
    /// <param name="channels">The width.</param>
    /// <param name="richness">r: 0 is NTK (lazy), 0.5 is muP (rich).</param>
    public GratingNet([Width] long channels, [Richness] double richness)
        : base(nameof(GratingNet))
    {
        _see = Conv2d(1, channels, 3, padding: 1);
        _early = new ResidualBlock(channels, richness);
        _shrink = Conv2d(channels, channels, 3, stride: 2, padding: 1);
        _late = new ResidualBlock(channels, richness);
        _norm = GroupNorm(NormGroups, channels);
        _readout = Linear(channels, GratingTask.Classes, hasBias: false);
        InitializeParameters(richness);
    }

    /// <summary>From images [batch, 1, height, width] to logits [batch, classes].</summary>
    public override Tensor forward(Tensor input)
    {
        var x = _early.call(See(input));
        x = _late.call(Shrink(functional.relu(x)));
        return Readout(functional.relu(Norm(x)).mean([2L, 3L]));
    }
}
