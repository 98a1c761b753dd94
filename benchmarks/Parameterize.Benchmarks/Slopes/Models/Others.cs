using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Benchmarks.Slopes.Models;

/// <summary>
/// A variational autoencoder with a latent of fixed size; its noise is the same at every step: what changes is by training.
/// </summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class FixedLatent : Module<Tensor, Tensor>
{
    private readonly Linear _encode;
    private readonly Linear _mean;
    private readonly Linear _logVariance;
    private readonly Linear _decode;
    private readonly Linear _mix;
    private readonly Linear _readout;

    public FixedLatent([Width] long width, [Richness] double richness)
        : base(nameof(FixedLatent))
    {
        _encode = Linear(Tasks.Inputs, width);
        _mean = Linear(width, 8);
        _logVariance = Linear(width, 8);
        _decode = Linear(8, width);
        _mix = Linear(width, width);
        _readout = Linear(width, Tasks.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        var encoded = functional.gelu(Encode(x));
        var latent = Mean(encoded) + (LogVariance(encoded) / 2).exp() * arange(8).cos();
        return Readout(functional.gelu(Mix(functional.gelu(Decode(latent)))));
    }
}

/// <summary>A layer that does not train any more, and an adapter of rank eight beside it (LoRA).</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class Adapted : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _pretrained;
    private readonly Linear _lower;
    [Input(ZeroInit = true)] private readonly Linear _raise;
    private readonly Linear _readout;

    public Adapted([Width] long width, [Richness] double richness)
        : base(nameof(Adapted))
    {
        _embed = Linear(Tasks.Inputs, width);
        _pretrained = Linear(width, width);
        _lower = Linear(width, 8, hasBias: false);
        _raise = Linear(8, width, hasBias: false);
        _readout = Linear(width, Tasks.Outputs);
        InitializeParameters(richness);
        _pretrained.weight.requires_grad = false;
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.gelu(Embed(x));
        return Readout(functional.gelu(Pretrained(x) + Raise(Lower(x))));
    }
}

/// <summary>Nodes of a ring, each with what its neighbours hold.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class Ring : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _self;
    private readonly Linear _neighbours;
    private readonly Linear _readout;

    public Ring([Width] long width, [Richness] double richness)
        : base(nameof(Ring))
    {
        _embed = Linear(Tasks.Inputs, width);
        _self = Linear(width, width);
        _neighbours = Linear(width, width);
        _readout = Linear(width, Tasks.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.gelu(Embed(x));
        var around = (x.roll(1, 0) + x.roll(-1, 0)) / 2;
        return Readout(functional.gelu(Self(x) + Neighbours(around)));
    }
}

/// <summary>A depthwise, a pointwise and a grouped convolution.</summary>
[Parameterize(BaseWidth = 16)]
internal sealed partial class Convolutions : Module<Tensor, Tensor>
{
    private readonly Conv2d _stem;
    private readonly Conv2d _depthwise;
    private readonly Conv2d _pointwise;
    private readonly Conv2d _grouped;
    private readonly Linear _readout;

    public Convolutions([Width] long width, [Richness] double richness)
        : base(nameof(Convolutions))
    {
        _stem = Conv2d(1, width, 3, padding: 1);
        _depthwise = Conv2d(width, width, 3, padding: 1, groups: width);
        _pointwise = Conv2d(width, width, 1);
        _grouped = Conv2d(width, width, 3, padding: 1, groups: 4);
        _readout = Linear(width, Tasks.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.gelu(Stem(x));
        x = functional.gelu(Pointwise(functional.gelu(Depthwise(x))));
        return Readout(functional.gelu(Grouped(x)).mean([2L, 3L]));
    }
}
