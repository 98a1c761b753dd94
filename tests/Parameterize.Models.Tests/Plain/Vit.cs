using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>A vision transformer: patches, a class token, blocks of attention, a head.</summary>
public class Vit : Module<Tensor, Tensor>
{
    private readonly Conv2d patch_embed;
    private readonly Parameter cls_token;
    private readonly Parameter pos_embed;
    private readonly ModuleList<VitBlock> blocks = new();
    private readonly LayerNorm norm;
    private readonly Linear head;

    public Vit(long imageSize, long patchSize, long dim, int depth, long heads, long dimHead, long numClasses) : base("Vit")
    {
        var numPatches = imageSize / patchSize * (imageSize / patchSize);
        patch_embed = Conv2d(3, dim, kernel_size: patchSize, stride: patchSize);
        cls_token = Parameter(randn(1, 1, dim));
        pos_embed = Parameter(randn(1, numPatches + 1, dim));
        for (var i = 0; i < depth; i++)
            blocks.Add(new VitBlock(dim, heads, dimHead));
        norm = LayerNorm(dim);
        head = Linear(dim, numClasses);
        RegisterComponents();
    }

    public override Tensor forward(Tensor img)
    {
        var x = patch_embed.call(img).flatten(2).transpose(1, 2);
        x = cat([cls_token.expand(x.shape[0], -1, -1), x], dim: 1) + pos_embed;
        foreach (var block in blocks)
            x = block.call(x);
        return head.call(norm.call(x)[TensorIndex.Colon, 0]);
    }
}

/// <summary>Attention, then a feed-forward network.</summary>
public class VitBlock : Module<Tensor, Tensor>
{
    private readonly LayerNorm norm1;
    private readonly VitAttention attn;
    private readonly LayerNorm norm2;
    private readonly Sequential mlp;

    public VitBlock(long dim, long heads, long dimHead) : base("VitBlock")
    {
        norm1 = LayerNorm(dim);
        attn = new VitAttention(dim, heads, dimHead);
        norm2 = LayerNorm(dim);
        mlp = Sequential(Linear(dim, 4 * dim), GELU(), Linear(4 * dim, dim));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = x + attn.call(norm1.call(x));
        return x + mlp.call(norm2.call(x));
    }
}

/// <summary>Attention of heads that have a width of their own.</summary>
public class VitAttention : Module<Tensor, Tensor>
{
    private readonly long heads;
    private readonly double scale;
    private readonly Linear to_qkv;
    private readonly Linear to_out;

    public VitAttention(long dim, long heads, long dimHead) : base("VitAttention")
    {
        this.heads = heads;
        scale = Math.Pow(dimHead, -0.5);
        to_qkv = Linear(dim, heads * dimHead * 3, hasBias: false);
        to_out = Linear(heads * dimHead, dim);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var qkv = to_qkv.call(x).chunk(3, dim: -1).Select(t => t.view(t.shape[0], t.shape[1], heads, -1).transpose(1, 2)).ToArray();
        var dots = qkv[0].matmul(qkv[1].transpose(-1, -2)) * scale;
        var attn = dots.softmax(-1);
        return to_out.call(attn.matmul(qkv[2]).transpose(1, 2).flatten(2));
    }
}
