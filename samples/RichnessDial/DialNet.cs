using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.RichnessDial;

/// <summary>A GELU network of four layers without biases, with the dial as a constructor argument.</summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class DialNet : Module<Tensor, Tensor>
{
    [Input(InitStd = 0.25)] private readonly Linear _embed;
    [Hidden(InitStd = 0.18)] private readonly Linear _mix;
    [Hidden(InitStd = 0.18)] private readonly Linear _refine;
    [Output(InitStd = 0.12)] private readonly Linear _readout;

    /// <summary>Builds the network and draws its weights.</summary>
    /// <param name="width">The width of the hidden layers.</param>
    /// <param name="richness">r: 0 is NTK (lazy), 0.5 is muP (rich).</param>
    public DialNet([Width] long width, [Richness] double richness)
        : base(nameof(DialNet))
    {
        _embed = Linear(Teacher.Inputs, width, hasBias: false);
        _mix = Linear(width, width, hasBias: false);
        _refine = Linear(width, width, hasBias: false);
        _readout = Linear(width, 1, hasBias: false);
        InitializeParameters(richness);
    }

    /// <summary>Starts the readout at zero: then the network says 0, and no layer below it moves by what chance has drawn there.</summary>
    public DialNet Silent()
    {
        using var frozen = no_grad();
        _readout.weight.zero_();
        return this;
    }

    /// <summary>From [batch, 16] to [batch, 1].</summary>
    public override Tensor forward(Tensor input) =>
        Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(input)))))));
}
