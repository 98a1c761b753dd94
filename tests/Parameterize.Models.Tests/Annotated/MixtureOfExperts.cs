using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A gate that weighs what several experts say.</summary>
[Parameterize(BaseWidth = 8)]
public partial class MixtureOfExperts : Module<Tensor, Tensor>
{
    private readonly ModuleList<Expert> experts;
    private readonly Linear gate;

    public MixtureOfExperts(long inputSize, long outputSize, int numExperts, [Width] long hiddenSize) : base("MixtureOfExperts")
    {
        experts = new ModuleList<Expert>();
        for (var i = 0; i < numExperts; i++)
            experts.Add(new Expert(inputSize, outputSize, hiddenSize));
        gate = Linear(inputSize, numExperts);
        InitializeParameters(hiddenSize);
    }

    public override Tensor forward(Tensor x)
    {
        var gates = functional.softmax(Gate(x), dim: 1);
        var outputs = stack(experts.Select(expert => expert.call(x)), dim: 1);
        return (gates.unsqueeze(-1) * outputs).sum(1);
    }
}

/// <summary>One expert.</summary>
[Parameterize(BaseWidth = 8)]
public partial class Expert : Module<Tensor, Tensor>
{
    private readonly Linear fc1;
    private readonly Linear fc2;

    public Expert(long inputSize, long outputSize, [Width] long hiddenSize) : base("Expert")
    {
        fc1 = Linear(inputSize, hiddenSize);
        fc2 = Linear(hiddenSize, outputSize);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Fc2(functional.relu(Fc1(x)));
}
