using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>
/// The network as a sequence that a loop of unknown length fills, in a field of a general type, and a skip that may be there.
/// </summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class LoopedMlp : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> _net;
    private readonly Module<Tensor, Tensor> _skip;

    public LoopedMlp([Width] long width, [Richness] double richness, int depth = 2, bool skips = false, Generator? generator = null)
        : base("mlp")
    {
        var layers = new List<(string, Module<Tensor, Tensor>)> { ("embed", Linear(PlainMlp.Inputs, width)), ("bend", GELU()) };
        for (var layer = 0; layer < depth; layer++)
        {
            layers.Add(($"mix{layer}", Linear(width, width)));
            layers.Add(($"bend{layer}", GELU()));
        }

        layers.Add(("readout", Linear(width, PlainMlp.Outputs)));
        _net = Sequential(layers);
        _skip = skips ? Linear(PlainMlp.Inputs, PlainMlp.Outputs) : Identity();
        InitializeParameters(width, richness, generator);
    }

    public override Tensor forward(Tensor input) => _skip is Linear ? _net.call(input) + _skip.call(input) : _net.call(input);
}
