using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>ConvMixer: patches, then depthwise and pointwise convolutions.</summary>
[Parameterize(BaseWidth = 8)]
public partial class ConvMixer : Module<Tensor, Tensor>
{
    private readonly Sequential stem;
    private readonly ModuleList<Sequential> depthwise = new();
    private readonly ModuleList<Sequential> pointwise = new();
    private readonly Linear head;

    public ConvMixer([Width] long dim, int depth, long kernel_size = 5, long patch_size = 2, long n_classes = 10) : base("ConvMixer")
    {
        stem = Sequential(Conv2d(3, dim, patch_size, stride: patch_size), GELU(), BatchNorm2d(dim));
        for (var i = 0; i < depth; i++)
        {
            depthwise.Add(Sequential(Conv2d(dim, dim, kernel_size, padding: kernel_size / 2, groups: dim), GELU(), BatchNorm2d(dim)));
            pointwise.Add(Sequential(Conv2d(dim, dim, 1), GELU(), BatchNorm2d(dim)));
        }

        head = Linear(dim, n_classes);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = stem.call(x);
        foreach (var (d, p) in depthwise.Zip(pointwise))
            x = p.call(d.call(x) + x);
        return Head(x.mean([2L, 3L]));
    }
}
