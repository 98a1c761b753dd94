using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.MicrosoftMup;

/// <summary>The four-layer network whose weight decay does not follow the rates: mup's decoupled_wd.</summary>
[Parameterize(BaseWidth = 64, Gauge = Gauge.TensorPrograms, DecayExponent = 0)]
public sealed partial class FixedDecayMlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _mix;
    private readonly Linear _refine;
    private readonly Linear _readout;

    public FixedDecayMlp([Width] long width)
        : base("mlp")
    {
        _embed = Linear(32, width);
        _mix = Linear(width, width);
        _refine = Linear(width, width);
        _readout = Linear(width, 10);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input) =>
        Readout(functional.relu(Refine(functional.relu(Mix(functional.relu(Embed(input)))))));
}
