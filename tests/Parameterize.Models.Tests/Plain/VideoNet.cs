using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>A network of three-dimensional convolutions on short clips.</summary>
public class VideoNet : Module<Tensor, Tensor>
{
    private readonly Conv3d conv1;
    private readonly BatchNorm3d bn1;
    private readonly Conv3d conv2;
    private readonly BatchNorm3d bn2;
    private readonly AdaptiveAvgPool3d pool;
    private readonly Linear fc;

    public VideoNet(long numClasses, long filters) : base("VideoNet")
    {
        conv1 = Conv3d(3, filters, 3, padding: 1);
        bn1 = BatchNorm3d(filters);
        conv2 = Conv3d(filters, filters * 2, 3, stride: 2, padding: 1);
        bn2 = BatchNorm3d(filters * 2);
        pool = AdaptiveAvgPool3d(1);
        fc = Linear(filters * 2, numClasses);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = bn1.call(conv1.call(x)).relu();
        x = bn2.call(conv2.call(x)).relu();
        return fc.call(pool.call(x).flatten(1));
    }
}
