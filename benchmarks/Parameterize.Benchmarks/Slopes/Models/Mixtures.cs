using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Benchmarks.Slopes.Models;

/// <summary>Experts that grow, and a router of fixed size that weighs them.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class RoutedExperts : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _router;
    private readonly ModuleList<Linear> _experts = new();
    private readonly Linear _mix;
    private readonly Linear _readout;

    public RoutedExperts([Width] long width, [Richness] double richness)
        : base(nameof(RoutedExperts))
    {
        _embed = Linear(Tasks.Inputs, width);
        _router = Linear(width, 4);
        for (var expert = 0; expert < 4; expert++)
        {
            _experts.Add(Linear(width, width));
        }

        _mix = Linear(width, width);
        _readout = Linear(width, Tasks.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.gelu(Embed(x));
        var gates = functional.softmax(Router(x), 1);
        var mixed = zeros_like(x);
        for (var expert = 0; expert < _experts.Count; expert++)
        {
            mixed = mixed + gates.narrow(1, expert, 1) * functional.gelu(Experts(expert, x));
        }

        return Readout(functional.gelu(Mix(mixed)));
    }
}

/// <summary>MLP-Mixer in small: a mixing of fixed size over eight tokens, then one over channels.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class Mixer : Module<Tensor, Tensor>
{
    private readonly Linear _patches;
    private readonly Linear _tokens;
    private readonly Linear _channels;
    private readonly Linear _readout;

    public Mixer([Width] long width, [Richness] double richness)
        : base(nameof(Mixer))
    {
        _patches = Linear(4, width);
        _tokens = Linear(8, 8);
        _channels = Linear(width, width);
        _readout = Linear(width, Tasks.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        var patches = Patches(x.view(-1, 8, 4));
        var mixed = patches + functional.gelu(Tokens(patches.transpose(1, 2))).transpose(1, 2);
        return Readout(functional.gelu(Channels(mixed)).mean([1L]));
    }
}

/// <summary>A gate as wide as the model, and one that is a single number.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class Gates : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _gate;
    private readonly Linear _value;
    [Unscaled] private readonly Parameter _share;
    private readonly Linear _mix;
    private readonly Linear _readout;

    public Gates([Width] long width, [Richness] double richness)
        : base(nameof(Gates))
    {
        _embed = Linear(Tasks.Inputs, width);
        _gate = Linear(width, width);
        _value = Linear(width, width);
        _share = Parameter(ones(1));
        _mix = Linear(width, width);
        _readout = Linear(width, Tasks.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.gelu(Embed(x));
        x = x + sigmoid(Gate(x)) * Value(x);
        return Readout(x + _share * functional.gelu(Mix(x)));
    }
}
