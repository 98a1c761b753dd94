using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>An encoder and a decoder with a latent of fixed size between them.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class LatentNetwork : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _encode;
    private readonly Linear _latent;
    private readonly Linear _expand;
    private readonly Linear _decode;
    private readonly Linear _readout;

    public LatentNetwork([Width] long width, [Richness] double richness)
        : base(nameof(LatentNetwork))
    {
        _embed = Linear(PlainMlp.Inputs, width);
        _encode = Linear(width, width);
        _latent = Linear(width, 8);
        _expand = Linear(8, width);
        _decode = Linear(width, width);
        _readout = Linear(width, PlainMlp.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        var encoded = functional.gelu(Encode(functional.gelu(Embed(x))));
        return Readout(functional.gelu(Decode(functional.gelu(Expand(Latent(encoded))))));
    }
}

/// <summary>Four experts whose layers grow, and a router of fixed size that weighs them.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class RoutedNetwork : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _router;
    private readonly ModuleList<Linear> _experts = new();
    private readonly Linear _mix;
    private readonly Linear _readout;

    public RoutedNetwork([Width] long width, [Richness] double richness)
        : base(nameof(RoutedNetwork))
    {
        _embed = Linear(PlainMlp.Inputs, width);
        _router = Linear(width, 4);
        for (var expert = 0; expert < 4; expert++)
        {
            _experts.Add(Linear(width, width));
        }

        _mix = Linear(width, width);
        _readout = Linear(width, PlainMlp.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.gelu(Embed(x));
        var gates = functional.softmax(Router(x), 1);
        Tensor? mixed = null;
        for (var expert = 0; expert < _experts.Count; expert++)
        {
            var weighed = gates.narrow(1, expert, 1) * functional.gelu(Experts(expert, x));
            mixed = mixed is null ? weighed : mixed + weighed;
        }

        return Readout(functional.gelu(Mix(mixed!)));
    }
}
