using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>VGG, its features from a list of channels in which 0 is a pool.</summary>
[Parameterize(BaseWidth = 8)]
public partial class Vgg : Module<Tensor, Tensor>
{
    private readonly Sequential features;
    private readonly Linear classifier;

    public Vgg([Width] long channels, long numClasses = 10) : base("Vgg")
    {
        var cfg = new long[] { channels, 0, 2 * channels, 0, 4 * channels, 4 * channels, 0 };
        features = MakeLayers(cfg);
        classifier = Linear(4 * channels, numClasses);
        InitializeParameters();
    }

    private static Sequential MakeLayers(long[] cfg)
    {
        var layers = new List<(string, Module<Tensor, Tensor>)>();
        long inChannels = 3;
        for (var i = 0; i < cfg.Length; i++)
        {
            if (cfg[i] == 0)
            {
                layers.Add(($"pool{i}", MaxPool2d(kernel_size: 2, stride: 2)));
            }
            else
            {
                layers.Add(($"conv{i}", Conv2d(inChannels, cfg[i], kernel_size: 3, padding: 1)));
                layers.Add(($"bn{i}", BatchNorm2d(cfg[i])));
                layers.Add(($"relu{i}", ReLU(inplace: true)));
                inChannels = cfg[i];
            }
        }

        return Sequential(layers);
    }

    public override Tensor forward(Tensor x) => Classifier(features.call(x).flatten(1));
}
