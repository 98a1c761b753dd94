using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Benchmarks;

/// <summary>A network that runs with its forward multipliers and without, on the same tensors.</summary>
internal interface IPairedModel : IDisposable
{
    /// <summary>Calls the generated members.</summary>
    Tensor Scaled(Tensor x);

    /// <summary>Calls the layers themselves: what the model would cost without this library.</summary>
    Tensor Plain(Tensor x);
}

#pragma warning disable PMZ0015 // What is measured is the call without the multiplier.

/// <summary>Multipliers other than 1, at every width but 64.</summary>
[Parameterize(Richness = Richness.MaximalUpdate, BaseWidth = 64)]
internal sealed partial class ScaledMlp : Module<Tensor, Tensor>, IPairedModel
{
    [Input] private readonly Linear _embed;
    [Hidden] private readonly Linear _mix;
    [Hidden] private readonly Linear _refine;
    [Output] private readonly Linear _readout;

    public ScaledMlp([Width] long width) : base(nameof(ScaledMlp))
    {
        _embed = Linear(64, width);
        _mix = Linear(width, width);
        _refine = Linear(width, width);
        _readout = Linear(width, 64);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Scaled(x);

    public Tensor Scaled(Tensor x) => Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(x)))))));

    public Tensor Plain(Tensor x) =>
        _readout.call(functional.gelu(_refine.call(functional.gelu(_mix.call(functional.gelu(_embed.call(x)))))));
}

/// <summary>At its base width, where every multiplier is 1.</summary>
[Parameterize(Richness = Richness.MaximalUpdate, BaseWidth = 1024)]
internal sealed partial class BaseWidthMlp : Module<Tensor, Tensor>, IPairedModel
{
    [Input] private readonly Linear _embed;
    [Hidden] private readonly Linear _mix;
    [Hidden] private readonly Linear _refine;
    [Output] private readonly Linear _readout;

    public BaseWidthMlp([Width] long width) : base(nameof(BaseWidthMlp))
    {
        _embed = Linear(64, width);
        _mix = Linear(width, width);
        _refine = Linear(width, width);
        _readout = Linear(width, 64);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Scaled(x);

    public Tensor Scaled(Tensor x) => Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(x)))))));

    public Tensor Plain(Tensor x) =>
        _readout.call(functional.gelu(_refine.call(functional.gelu(_mix.call(functional.gelu(_embed.call(x)))))));
}

#pragma warning restore PMZ0015
