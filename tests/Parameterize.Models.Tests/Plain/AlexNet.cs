using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>AlexNet for small images: features, a pool, a classifier.</summary>
public class AlexNet : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> features;
    private readonly Module<Tensor, Tensor> avgPool;
    private readonly Module<Tensor, Tensor> classifier;

    public AlexNet(string name, int numClasses, long ch = 64) : base(name)
    {
        features = Sequential(
            ("c1", Conv2d(3, ch, kernel_size: 3, stride: 2, padding: 1)),
            ("r1", ReLU(inplace: true)),
            ("mp1", MaxPool2d(kernel_size: 2)),
            ("c2", Conv2d(ch, 3 * ch, kernel_size: 3, padding: 1)),
            ("r2", ReLU(inplace: true)),
            ("mp2", MaxPool2d(kernel_size: 2)),
            ("c3", Conv2d(3 * ch, 6 * ch, kernel_size: 3, padding: 1)),
            ("r3", ReLU(inplace: true)),
            ("c4", Conv2d(6 * ch, 4 * ch, kernel_size: 3, padding: 1)),
            ("r4", ReLU(inplace: true)));
        avgPool = AdaptiveAvgPool2d(new long[] { 2, 2 });
        classifier = Sequential(
            ("d1", Dropout()),
            ("l1", Linear(4 * ch * 2 * 2, 8 * ch)),
            ("r1", ReLU(inplace: true)),
            ("d2", Dropout()),
            ("l2", Linear(8 * ch, 8 * ch)),
            ("r2", ReLU(inplace: true)),
            ("l3", Linear(8 * ch, numClasses)));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var f = features.call(input);
        var avg = avgPool.call(f);
        return classifier.call(avg.view(avg.shape[0], -1));
    }
}
