using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>A network of three layers on rows of numbers.</summary>
public class Mlp : Module<Tensor, Tensor>
{
    private readonly Linear fc1;
    private readonly Linear fc2;
    private readonly Linear fc3;

    public Mlp(long inputSize, long hiddenSize, long numClasses) : base("Mlp")
    {
        fc1 = Linear(inputSize, hiddenSize);
        fc2 = Linear(hiddenSize, hiddenSize);
        fc3 = Linear(hiddenSize, numClasses);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(fc1.call(x));
        x = functional.relu(fc2.call(x));
        return fc3.call(x);
    }
}
