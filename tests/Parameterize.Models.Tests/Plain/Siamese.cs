using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>Two images through one network; how near they are.</summary>
public class Siamese : Module<Tensor, Tensor, Tensor>
{
    private readonly Sequential cnn;
    private readonly Sequential fc;

    public Siamese(int filters, int hidden) : base("Siamese")
    {
        cnn = Sequential(
            Conv2d(1, filters, kernel_size: 5),
            ReLU(inplace: true),
            MaxPool2d(2),
            Conv2d(filters, 2 * filters, kernel_size: 3),
            ReLU(inplace: true),
            AdaptiveAvgPool2d(2));
        fc = Sequential(
            Linear(2 * filters * 2 * 2, hidden),
            ReLU(inplace: true),
            Linear(hidden, 1));
        RegisterComponents();
    }

    private Tensor ForwardOnce(Tensor x)
    {
        var output = cnn.call(x);
        return output.view(output.size(0), -1);
    }

    public override Tensor forward(Tensor input1, Tensor input2)
    {
        var distance = (ForwardOnce(input1) - ForwardOnce(input2)).abs();
        return fc.call(distance);
    }
}
