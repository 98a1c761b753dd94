using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>A gate that weighs what several experts say.</summary>
public class MixtureOfExperts : Module<Tensor, Tensor>
{
    private readonly ModuleList<Expert> experts;
    private readonly Linear gate;

    public MixtureOfExperts(long inputSize, long outputSize, int numExperts, long hiddenSize) : base("MixtureOfExperts")
    {
        experts = new ModuleList<Expert>();
        for (var i = 0; i < numExperts; i++)
            experts.Add(new Expert(inputSize, outputSize, hiddenSize));
        gate = Linear(inputSize, numExperts);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var gates = functional.softmax(gate.call(x), dim: 1);
        var outputs = stack(experts.Select(expert => expert.call(x)), dim: 1);
        return (gates.unsqueeze(-1) * outputs).sum(1);
    }
}

/// <summary>One expert.</summary>
public class Expert : Module<Tensor, Tensor>
{
    private readonly Linear fc1;
    private readonly Linear fc2;

    public Expert(long inputSize, long outputSize, long hiddenSize) : base("Expert")
    {
        fc1 = Linear(inputSize, hiddenSize);
        fc2 = Linear(hiddenSize, outputSize);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(x)));
}
