using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>A highway network: gates decide what passes unchanged.</summary>
public class Highway : Module<Tensor, Tensor>
{
    private readonly int num_layers;
    private readonly Linear input;
    private readonly ModuleList<Linear> nonlinear;
    private readonly ModuleList<Linear> linear;
    private readonly ModuleList<Linear> gate;
    private readonly Linear output;

    public Highway(long features, long size, int num_layers, long classes) : base("Highway")
    {
        this.num_layers = num_layers;
        input = Linear(features, size);
        nonlinear = ModuleList(Enumerable.Range(0, num_layers).Select(_ => Linear(size, size)).ToArray());
        linear = ModuleList(Enumerable.Range(0, num_layers).Select(_ => Linear(size, size)).ToArray());
        gate = ModuleList(Enumerable.Range(0, num_layers).Select(_ => Linear(size, size)).ToArray());
        output = Linear(size, classes);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = input.call(x);
        for (var layer = 0; layer < num_layers; layer++)
        {
            var g = sigmoid(gate[layer].call(x));
            x = g * functional.relu(nonlinear[layer].call(x)) + (1 - g) * linear[layer].call(x);
        }

        return output.call(x);
    }
}
