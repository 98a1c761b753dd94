using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A network of three layers on rows of numbers.</summary>
[Parameterize(BaseWidth = 8)]
public partial class Mlp : Module<Tensor, Tensor>
{
    private readonly Linear fc1;
    private readonly Linear fc2;
    private readonly Linear fc3;

    public Mlp(long inputSize, [Width] long hiddenSize, long numClasses) : base("Mlp")
    {
        fc1 = Linear(inputSize, hiddenSize);
        fc2 = Linear(hiddenSize, hiddenSize);
        fc3 = Linear(hiddenSize, numClasses);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(Fc1(x));
        x = functional.relu(Fc2(x));
        return Fc3(x);
    }
}
