using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A small U-Net that predicts noise, told the time of diffusion.</summary>
[Parameterize(BaseWidth = 8)]
public partial class DiffusionUNet : Module<Tensor, Tensor, Tensor>
{
    private readonly Conv2d init_conv;
    private readonly Sequential time_mlp;
    private readonly ResnetBlock down;
    private readonly Conv2d downsample;
    private readonly ResnetBlock mid;
    private readonly Upsample upsample;
    private readonly ResnetBlock up;
    private readonly Conv2d final_conv;
    private readonly long dim;

    public DiffusionUNet([Width] long dim, long channels = 3) : base("DiffusionUNet")
    {
        this.dim = dim;
        var timeDim = dim * 4;
        init_conv = Conv2d(channels, dim, 3, padding: 1);
        time_mlp = Sequential(Linear(dim, timeDim), GELU(), Linear(timeDim, timeDim));
        down = new ResnetBlock(dim, dim * 2, timeDim);
        downsample = Conv2d(dim * 2, dim * 2, 4, stride: 2, padding: 1);
        mid = new ResnetBlock(dim * 2, dim * 2, timeDim);
        upsample = Upsample(scale_factor: [2, 2]);
        up = new ResnetBlock(dim * 4, dim, timeDim);
        final_conv = Conv2d(dim, channels, 1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x, Tensor time)
    {
        var t = time_mlp.call(Sinusoids(time));
        x = Init_conv(x);
        var h = down.call(x, t);
        x = mid.call(Downsample(h), t);
        x = up.call(cat([upsample.call(x), h], dim: 1), t);
        return Final_conv(x);
    }

    private Tensor Sinusoids(Tensor time)
    {
        var half = dim / 2;
        var freqs = exp(arange(0, half, dtype: time.dtype) * (-Math.Log(10000) / (half - 1)));
        var args = time.unsqueeze(1) * freqs.unsqueeze(0);
        return cat([args.sin(), args.cos()], dim: -1);
    }
}

/// <summary>Two convolutions, between them a shift by the time.</summary>
[Parameterize(BaseWidth = 8)]
public partial class ResnetBlock : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear mlp;
    private readonly Conv2d block1;
    private readonly BatchNorm2d norm1;
    private readonly Conv2d block2;
    private readonly BatchNorm2d norm2;
    private readonly Module<Tensor, Tensor> res_conv;

    public ResnetBlock([Width] long dim, [Width] long dimOut, [Width] long timeEmbDim) : base("ResnetBlock")
    {
        mlp = Linear(timeEmbDim, dimOut);
        block1 = Conv2d(dim, dimOut, 3, padding: 1);
        norm1 = BatchNorm2d(dimOut);
        block2 = Conv2d(dimOut, dimOut, 3, padding: 1);
        norm2 = BatchNorm2d(dimOut);
        res_conv = dim != dimOut ? Conv2d(dim, dimOut, 1) : Identity();
        InitializeParameters();
    }

    public override Tensor forward(Tensor x, Tensor timeEmb)
    {
        var h = functional.silu(norm1.call(Block1(x)));
        h = h + Mlp(functional.silu(timeEmb)).unsqueeze(-1).unsqueeze(-1);
        h = functional.silu(norm2.call(Block2(h)));
        return h + res_conv.call(x);
    }
}
