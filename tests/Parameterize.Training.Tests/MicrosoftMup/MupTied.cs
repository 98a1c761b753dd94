using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.MicrosoftMup;

/// <summary>An embedding that is the readout too.</summary>
[Parameterize(BaseWidth = 32, Gauge = Gauge.TensorPrograms)]
public sealed partial class MupTied : Module<Tensor, Tensor>
{
    private readonly Embedding _characters;
    private readonly Linear _mix;
    [Output(TiedTo = nameof(_characters))] private readonly Linear _readout;

    public MupTied([Width] long width)
        : base("tied")
    {
        _characters = Embedding(50, width);
        _mix = Linear(width, width);
        _readout = Linear(width, 50, hasBias: false);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input) => Readout(functional.gelu(Mix(Characters(input))));
}
