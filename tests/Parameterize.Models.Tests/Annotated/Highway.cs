using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A highway network: gates decide what passes unchanged.</summary>
[Parameterize(BaseWidth = 8)]
public partial class Highway : Module<Tensor, Tensor>
{
    private readonly int num_layers;
    private readonly Linear input;
    private readonly ModuleList<Linear> nonlinear;
    private readonly ModuleList<Linear> linear;
    private readonly ModuleList<Linear> gate;
    private readonly Linear output;

    public Highway(long features, [Width] long size, int num_layers, long classes) : base("Highway")
    {
        this.num_layers = num_layers;
        input = Linear(features, size);
        nonlinear = ModuleList(Enumerable.Range(0, num_layers).Select(_ => Linear(size, size)).ToArray());
        linear = ModuleList(Enumerable.Range(0, num_layers).Select(_ => Linear(size, size)).ToArray());
        gate = ModuleList(Enumerable.Range(0, num_layers).Select(_ => Linear(size, size)).ToArray());
        output = Linear(size, classes);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = Input(x);
        for (var layer = 0; layer < num_layers; layer++)
        {
            var g = sigmoid(Gate(layer, x));
            x = g * functional.relu(Nonlinear(layer, x)) + (1 - g) * LinearForward(layer, x);
        }

        return Output(x);
    }
}
