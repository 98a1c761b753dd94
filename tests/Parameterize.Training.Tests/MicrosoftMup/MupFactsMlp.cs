using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.MicrosoftMup;

/// <summary>The network of mup's own tests: ReLU, base width 256, draws of He et al. by fan-in, a readout that starts at zero.</summary>
[Parameterize(BaseWidth = BaseWidth, Gauge = Gauge.TensorPrograms)]
public sealed partial class MupFactsMlp : Module<Tensor, Tensor>
{
    public const long Inputs = 256;
    public const long Outputs = 10;
    private const int BaseWidth = 256;

    [Input(InitStd = 0.08838834764831845)] private readonly Linear _embed; // (2/256)^1/2
    [Hidden(InitStd = 0.08838834764831845)] private readonly Linear _mix;
    [Output(ZeroInit = true)] private readonly Linear _readout;

    public MupFactsMlp([Width] long width)
        : base("facts")
    {
        _embed = Linear(Inputs, width, hasBias: false);
        _mix = Linear(width, width, hasBias: false);
        _readout = Linear(width, Outputs, hasBias: false);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input) => Readout(functional.relu(Mix(functional.relu(Embed(input)))));
}
