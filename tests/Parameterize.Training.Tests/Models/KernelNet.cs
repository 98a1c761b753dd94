using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>Two convolutions and a readout, the second convolution of any odd kernel.</summary>
[Parameterize(BaseWidth = 16)]
public sealed partial class KernelNet : Module<Tensor, Tensor>
{
    private readonly Conv2d _see;
    private readonly Conv2d _mix;
    private readonly Linear _readout;
    private readonly long _kernel;

    public KernelNet([Width] long channels, [Richness] double richness, long kernel)
        : base(nameof(KernelNet))
    {
        _kernel = kernel;
        _see = Conv2d(1, channels, 3, padding: 1);
        _mix = Conv2d(channels, channels, kernel, padding: kernel / 2);
        _readout = Linear(channels, 10, hasBias: false);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor images) => Readout(functional.gelu(Mix(Seen(images))).mean([2L, 3L]));

    /// <summary>What the second convolution gives out.</summary>
    public Tensor Mixed(Tensor images) => Mix(Seen(images));

    /// <summary>What the second kernel is laid over, a column each: [channels x kernel x kernel, places].</summary>
    public Tensor Patches(Tensor images) =>
        functional.unfold(Seen(images), _kernel, padding: _kernel / 2).transpose(0, 1).flatten(1);

    private Tensor Seen(Tensor images) => functional.gelu(See(images));
}
