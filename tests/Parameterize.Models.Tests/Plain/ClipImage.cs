using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>The image tower of CLIP: a vision transformer whose parameters are tensors of its own.</summary>
public class ClipImage : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly Parameter class_embedding;
    private readonly Parameter positional_embedding;
    private readonly LayerNorm ln_pre;
    private readonly TransformerEncoder transformer;
    private readonly LayerNorm ln_post;
    private readonly Parameter proj;

    public ClipImage(int input_resolution, int patch_size, int width, int layers, int heads, int output_dim)
        : base("ClipImage")
    {
        conv1 = Conv2d(3, width, kernel_size: patch_size, stride: patch_size, bias: false);
        var scale = Math.Pow(width, -0.5);
        var grid = input_resolution / patch_size;
        class_embedding = Parameter(scale * randn(width));
        positional_embedding = Parameter(scale * randn(grid * grid + 1, width));
        ln_pre = LayerNorm(width);
        var layer = TransformerEncoderLayer(width, heads, 4 * width, dropout: 0, activation: Activations.GELU);
        transformer = TransformerEncoder(layer, layers);
        ln_post = LayerNorm(width);
        proj = Parameter(scale * randn(width, output_dim));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = conv1.call(x).flatten(2).permute(0, 2, 1);
        var cls = class_embedding + zeros(x.shape[0], 1, x.shape[2], dtype: x.dtype);
        x = ln_pre.call(cat([cls, x], dim: 1) + positional_embedding);
        x = transformer.call(x.permute(1, 0, 2)).permute(1, 0, 2);
        return ln_post.call(x[TensorIndex.Colon, 0]).matmul(proj);
    }
}
