using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>The discriminator of a DCGAN, with its init by the name of a layer's class.</summary>
[Parameterize(BaseWidth = 8)]
public partial class DcganDiscriminator : Module<Tensor, Tensor>
{
    private readonly Sequential main;

    public DcganDiscriminator([Width] int ndf, int nc) : base("DcganDiscriminator")
    {
        main = Sequential(
            Conv2d(nc, ndf, 4, 2, 1, bias: false),
            LeakyReLU(0.2),
            Conv2d(ndf, ndf * 2, 4, 2, 1, bias: false),
            BatchNorm2d(ndf * 2),
            LeakyReLU(0.2),
            Conv2d(ndf * 2, 1, 4, 1, 0, bias: false),
            Sigmoid());
        RegisterComponents();
        apply(WeightsInit);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input) => main.call(input).view(-1);

    private static void WeightsInit(Module m)
    {
        var classname = m.GetName();
        if (classname.Contains("Conv"))
        {
            init.normal_(((Conv2d)m).weight, 0.0, 0.02);
        }
        else if (classname.Contains("BatchNorm"))
        {
            init.normal_(((BatchNorm2d)m).weight, 1.0, 0.02);
            init.constant_(((BatchNorm2d)m).bias, 0);
        }
    }
}
