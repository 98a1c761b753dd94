using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.MicrosoftMup;

/// <summary>Two widths that need not grow alike.</summary>
[Parameterize(BaseWidth = 16, Gauge = Gauge.TensorPrograms)]
public sealed partial class MupTwoWidths : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _mix;
    private readonly Linear _readout;

    public MupTwoWidths([Width] long first, [Width] long second)
        : base("two")
    {
        _embed = Linear(8, first);
        _mix = Linear(first, second);
        _readout = Linear(second, 10);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input) => Readout(functional.relu(Mix(functional.relu(Embed(input)))));
}
