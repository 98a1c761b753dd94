using Parameterize.Scaling.Rules;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Tool.Tests.Subjects;

#pragma warning disable PMZ0042, PMZ0043, PMZ0044 // on purpose
/// <summary>Its rates shrink as it widens, so that a wide one learns less than it could.</summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class SlowMlp : Module<Tensor, Tensor>
{
    [Input, Exponents(0, 0, CSgd = 1)] private readonly Linear _embed;
    [Hidden, Exponents(0.5, 0, CSgd = 1)] private readonly Linear _mix;
    [Output, Exponents(1, 0, CSgd = 1)] private readonly Linear _readout;

    public SlowMlp([Width] long width)
        : base(nameof(SlowMlp))
    {
        _embed = Linear(8, width);
        _mix = Linear(width, width);
        _readout = Linear(width, 2);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input) => Readout(functional.relu(Mix(functional.relu(Embed(input)))));
}
