using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>
/// The network as one list, whose first layer is an input and whose last is a readout; each place has a multiplier of its own.
/// </summary>
[Parameterize(BaseWidth = 64, Gauge = Gauge.NeuralTangent)]
internal sealed partial class PlacedMlp : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> _layers = new();

    public PlacedMlp([Width] long width, [Richness] double richness, int depth = 2, Generator? generator = null)
        : base("mlp")
    {
        var last = PlainMlp.Inputs;
        for (var layer = 0; layer <= depth; layer++)
        {
            _layers.Add(Linear(last, width));
            last = width;
        }

        _layers.Add(Linear(width, PlainMlp.Outputs));
        InitializeParameters(width, richness, generator);
    }

    public override Tensor forward(Tensor input)
    {
        for (var layer = 0; layer < _layers.Count - 1; layer++)
            input = functional.gelu(Layers(layer, input));
        return Layers(_layers.Count - 1, input);
    }
}
