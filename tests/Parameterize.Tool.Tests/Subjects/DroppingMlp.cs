using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Tool.Tests.Subjects;

/// <summary>It draws at every step, and cannot say from which generator.</summary>
[Parameterize(BaseWidth = 8)]
public sealed partial class DroppingMlp : Module<Tensor, Tensor>
{
    [Input] private readonly Linear _embed;
    [Output] private readonly Linear _readout;
    private readonly Dropout _drop = Dropout(0.5);

    public DroppingMlp([Width] long width)
        : base(nameof(DroppingMlp))
    {
        _embed = Linear(8, width);
        _readout = Linear(width, 2);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input) => Readout(_drop.call(functional.relu(Embed(input))));
}
