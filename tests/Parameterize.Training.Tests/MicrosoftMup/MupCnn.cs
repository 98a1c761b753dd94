using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.MicrosoftMup;

/// <summary>The convolutional network of mup's own tests: four widths that are multiples of one.</summary>
[Parameterize(BaseWidth = 8, Gauge = Gauge.TensorPrograms)]
public sealed partial class MupCnn : Module<Tensor, Tensor>
{
    private readonly Conv2d _see;
    private readonly BatchNorm2d _seeNorm;
    private readonly Conv2d _combine;
    private readonly BatchNorm2d _combineNorm;
    private readonly Linear _gather;
    private readonly Linear _mix;
    private readonly Linear _readout;

    public MupCnn([Width] long width)
        : base("cnn")
    {
        _see = Conv2d(3, width, 5);
        _seeNorm = BatchNorm2d(width);
        _combine = Conv2d(width, 2 * width, 5);
        _combineNorm = BatchNorm2d(2 * width);
        _gather = Linear(2 * width * 25, 16 * width);
        _mix = Linear(16 * width, 10 * width);
        _readout = Linear(10 * width, 10);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input)
    {
        var x = functional.max_pool2d(functional.relu(SeeNorm(See(input))), 2);
        x = functional.max_pool2d(functional.relu(CombineNorm(Combine(x))), 2);
        return Readout(functional.relu(Mix(functional.relu(Gather(x.flatten(1))))));
    }
}
