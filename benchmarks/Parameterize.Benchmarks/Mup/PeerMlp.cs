using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Benchmarks.Mup;

/// <summary>The network of coordinate_check.py. In this gauge every number is mup's, Adam's epsilon too where it is not scaled.</summary>
[Parameterize(BaseWidth = BaseWidth, Gauge = Gauge.TensorPrograms, ScaleEpsilon = false)]
internal sealed partial class PeerMlp : Module<Tensor, Tensor>
{
    public const int BaseWidth = 64;
    public const int Inputs = 32;
    public const int Classes = 10;

    [Input] private readonly Linear _embed;
    [Hidden] private readonly Linear _mix;
    [Hidden] private readonly Linear _refine;
    [Output] private readonly Linear _readout;

    public PeerMlp([Width] long width) : base(nameof(PeerMlp))
    {
        _embed = Linear(Inputs, width);
        _mix = Linear(width, width);
        _refine = Linear(width, width);
        _readout = Linear(width, Classes);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(x)))))));
}
