using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>PointNet: a network over each point, a maximum over all, a classifier.</summary>
[Parameterize(BaseWidth = 8)]
public partial class PointNet : Module<Tensor, Tensor>
{
    private readonly Conv1d conv1, conv2, conv3;
    private readonly BatchNorm1d bn1, bn2, bn3, bn4;
    private readonly Linear fc1, fc2;

    public PointNet(int k, [Width] int width) : base("PointNet")
    {
        conv1 = Conv1d(3, width, 1);
        conv2 = Conv1d(width, 2 * width, 1);
        conv3 = Conv1d(2 * width, 16 * width, 1);
        fc1 = Linear(16 * width, 4 * width);
        fc2 = Linear(4 * width, k);
        bn1 = BatchNorm1d(width);
        bn2 = BatchNorm1d(2 * width);
        bn3 = BatchNorm1d(16 * width);
        bn4 = BatchNorm1d(4 * width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(bn1.call(Conv1(x)));
        x = functional.relu(bn2.call(Conv2(x)));
        x = bn3.call(Conv3(x));
        x = x.max(2).values;
        x = functional.relu(bn4.call(Fc1(x)));
        return functional.log_softmax(Fc2(x), 1);
    }
}
