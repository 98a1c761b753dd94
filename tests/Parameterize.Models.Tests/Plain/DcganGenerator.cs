using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>The generator of a DCGAN: noise to 16 by 16 images.</summary>
public class DcganGenerator : Module<Tensor, Tensor>
{
    private readonly Sequential main;

    public DcganGenerator(int nz, int ngf, int nc) : base("DcganGenerator")
    {
        main = Sequential(
            ConvTranspose2d(nz, ngf * 4, 4, 1, 0, bias: false),
            BatchNorm2d(ngf * 4),
            ReLU(true),
            ConvTranspose2d(ngf * 4, ngf * 2, 4, 2, 1, bias: false),
            BatchNorm2d(ngf * 2),
            ReLU(true),
            ConvTranspose2d(ngf * 2, nc, 4, 2, 1, bias: false),
            Tanh());
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => main.call(input);
}
