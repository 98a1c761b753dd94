using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>LeNet-5 on 28 by 28 digits, with the sizes of its paper.</summary>
[Parameterize(BaseWidth = 6)]
public partial class LeNet : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly Conv2d conv2;
    private readonly Linear fc1;
    private readonly Linear fc2;
    private readonly Linear fc3;

    public LeNet([Width] int width = 6) : base("LeNet")
    {
        conv1 = Conv2d(1, width, 5);
        conv2 = Conv2d(width, 16 * width / 6, 5);
        fc1 = Linear(16 * width / 6 * 4 * 4, 20 * width);
        fc2 = Linear(20 * width, 14 * width);
        fc3 = Linear(14 * width, 10);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.max_pool2d(functional.relu(Conv1(x)), 2);
        x = functional.max_pool2d(functional.relu(Conv2(x)), 2);
        x = x.flatten(1);
        x = functional.relu(Fc1(x));
        x = functional.relu(Fc2(x));
        return Fc3(x);
    }
}
