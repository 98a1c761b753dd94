using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A densely connected network: each layer sees what all before it made.</summary>
[Parameterize(BaseWidth = 8)]
public partial class DenseNet : Module<Tensor, Tensor>
{
    private readonly Conv2d conv0;
    private readonly Sequential dense1;
    private readonly Conv2d transition;
    private readonly Sequential dense2;
    private readonly BatchNorm2d norm;
    private readonly Linear classifier;

    public DenseNet([Width] long growthRate, int[] blockConfig, long numClasses = 10) : base("DenseNet")
    {
        var numFeatures = 2 * growthRate;
        conv0 = Conv2d(3, numFeatures, kernel_size: 3, padding: 1, bias: false);
        dense1 = MakeBlock(numFeatures, growthRate, blockConfig[0]);
        numFeatures += blockConfig[0] * growthRate;
        transition = Conv2d(numFeatures, numFeatures / 2, kernel_size: 1, bias: false);
        numFeatures /= 2;
        dense2 = MakeBlock(numFeatures, growthRate, blockConfig[1]);
        numFeatures += blockConfig[1] * growthRate;
        norm = BatchNorm2d(numFeatures);
        classifier = Linear(numFeatures, numClasses);
        InitializeParameters();
    }

    private static Sequential MakeBlock(long numFeatures, long growthRate, int numLayers)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        for (var i = 0; i < numLayers; i++)
            layers.Add(new DenseLayer(numFeatures + i * growthRate, growthRate));
        return Sequential(layers);
    }

    public override Tensor forward(Tensor x)
    {
        x = dense1.call(Conv0(x));
        x = functional.avg_pool2d(Transition(x), 2);
        x = functional.relu(norm.call(dense2.call(x)));
        return Classifier(x.mean([2L, 3L]));
    }
}

/// <summary>Norm, ReLU, convolution; what comes out is put beside what went in.</summary>
[Parameterize(BaseWidth = 8)]
public partial class DenseLayer : Module<Tensor, Tensor>
{
    private readonly BatchNorm2d norm1;
    private readonly Conv2d conv1;
    private readonly BatchNorm2d norm2;
    private readonly Conv2d conv2;

    public DenseLayer([Width] long numInputFeatures, [Width] long growthRate, long bnSize = 2) : base("DenseLayer")
    {
        norm1 = BatchNorm2d(numInputFeatures);
        conv1 = Conv2d(numInputFeatures, bnSize * growthRate, kernel_size: 1, bias: false);
        norm2 = BatchNorm2d(bnSize * growthRate);
        conv2 = Conv2d(bnSize * growthRate, growthRate, kernel_size: 3, padding: 1, bias: false);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var y = Conv1(functional.relu(norm1.call(x)));
        y = Conv2(functional.relu(norm2.call(y)));
        return cat([x, y], dim: 1);
    }
}
