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

/// <summary>Multipliers other than 1, at every width but 32.</summary>
[Parameterize(Richness = Richness.MaximalUpdate, BaseWidth = 32)]
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

/// <summary>The same multipliers inside of the products, where <c>addmm</c> takes a factor, and not in front of them.</summary>
internal sealed class FoldedMlp : IPairedModel
{
    private readonly ScaledMlp _model;
    private readonly (Linear Layer, float Multiplier)[] _layers;

    public FoldedMlp(long width)
    {
        _model = new ScaledMlp(width);
        _layers = [.. _model.named_children().Select(child => (
            (Linear)child.module, (float)_model.Parameterization[$"{child.name}.weight"].Multiplier))];
    }

    public Tensor Scaled(Tensor x)
    {
        foreach (var (layer, multiplier) in _layers.SkipLast(1))
        {
            x = functional.gelu(Product(layer, multiplier, x));
        }

        return Product(_layers[^1].Layer, _layers[^1].Multiplier, x);
    }

    public Tensor Plain(Tensor x) => _model.Plain(x);

    public void Dispose() => _model.Dispose();

    private static Tensor Product(Linear layer, float multiplier, Tensor x) =>
        layer.bias!.addmm(x, layer.weight.t(), 1, multiplier);
}

#pragma warning restore PMZ0015

/// <summary>The same layers in a class that has nothing of this library.</summary>
internal sealed class PlainMlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _mix;
    private readonly Linear _refine;
    private readonly Linear _readout;

    public PlainMlp(long width) : base(nameof(PlainMlp))
    {
        _embed = Linear(64, width);
        _mix = Linear(width, width);
        _refine = Linear(width, width);
        _readout = Linear(width, 64);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) =>
        _readout.call(functional.gelu(_refine.call(functional.gelu(_mix.call(functional.gelu(_embed.call(x)))))));
}
