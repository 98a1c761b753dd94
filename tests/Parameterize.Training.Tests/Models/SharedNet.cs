using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>A block and a layer under two names each: run twice, they have their parameters once, and stand in checkpoints twice.</summary>
[Parameterize(BaseWidth = 8, Richness = 0.25)]
internal sealed partial class SharedNet : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly SharedBlock _first;
    private readonly SharedBlock _again;
    private readonly ModuleList<Linear> _mixes = new();

    public SharedNet([Width] long width)
        : base(nameof(SharedNet))
    {
        _embed = Linear(3, width);
        _first = new SharedBlock(width);
        _again = _first;
        var mix = Linear(width, width);
        _mixes.Add(mix);
        _mixes.Add(mix);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Mixes(1, Mixes(0, _again.call(_first.call(Embed(x)))));
}

/// <summary>What <see cref="SharedNet"/> holds twice.</summary>
[Parameterize(BaseWidth = 8, Richness = 0.25)]
internal sealed partial class SharedBlock : Module<Tensor, Tensor>
{
    private readonly Linear _mix;

    public SharedBlock([Width] long width)
        : base(nameof(SharedBlock))
    {
        _mix = Linear(width, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => functional.gelu(Mix(x));
}
