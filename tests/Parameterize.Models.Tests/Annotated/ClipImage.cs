using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>The image tower of CLIP: a vision transformer whose parameters are tensors of its own.</summary>
[Parameterize(BaseWidth = 8)]
public partial class ClipImage : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    [Input] private readonly Parameter class_embedding;
    [Input(FanOut = 1)] private readonly Parameter positional_embedding;
    private readonly LayerNorm ln_pre;
    private readonly TransformerEncoder transformer;
    private readonly LayerNorm ln_post;
    [Output(FanIn = 0)] private readonly Parameter proj;

    public ClipImage(int input_resolution, int patch_size, [Width] int width, int layers, [Width(Base = 2)] int heads, int output_dim)
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
        InitializeParameters(heads);
    }

    public override Tensor forward(Tensor x)
    {
        x = Conv1(x).flatten(2).permute(0, 2, 1);
        var cls = Class_embedding + zeros(x.shape[0], 1, x.shape[2], dtype: x.dtype);
        x = ln_pre.call(cat([cls, x], dim: 1) + Positional_embedding);
        x = transformer.call(x.permute(1, 0, 2)).permute(1, 0, 2);
        return ln_post.call(x[TensorIndex.Colon, 0]).matmul(Proj);
    }
}
