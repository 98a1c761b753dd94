using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>The network as one sequence with another inside, which calls its layers itself.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class SequentialMlp : Module<Tensor, Tensor>
{
    private readonly Sequential _net;

    public SequentialMlp([Width] long width, [Richness] double richness, Generator? generator = null)
        : base("mlp")
    {
        _net = Sequential(
            ("embed", Linear(PlainMlp.Inputs, width)),
            ("bend", GELU()),
            ("inner", Sequential(Linear(width, width), GELU(), Linear(width, width))),
            ("again", GELU()),
            ("readout", Linear(width, PlainMlp.Outputs)));
        InitializeParameters(richness, generator);
    }

    public override Tensor forward(Tensor input) => _net.call(input);
}
