using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>MLP-Mixer: one network over patches, one over channels.</summary>
public class MlpMixer : Module<Tensor, Tensor>
{
    private readonly Conv2d patchEmbed;
    private readonly ModuleList<MixerBlock> mixerBlocks = new ModuleList<MixerBlock>();
    private readonly LayerNorm layerNorm;
    private readonly Linear head;

    public MlpMixer(long imageSize, long patchSize, long hiddenDim, long tokensMlpDim, int numBlocks, long numClasses)
        : base("MlpMixer")
    {
        var numTokens = (imageSize / patchSize) * (imageSize / patchSize);
        patchEmbed = Conv2d(3, hiddenDim, patchSize, stride: patchSize);
        for (int i = 0; i < numBlocks; i++)
        {
            mixerBlocks.append(new MixerBlock(numTokens, hiddenDim, tokensMlpDim, 4 * hiddenDim));
        }
        layerNorm = LayerNorm(hiddenDim);
        head = Linear(hiddenDim, numClasses);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = patchEmbed.call(x).flatten(2).transpose(1, 2);
        foreach (var block in mixerBlocks)
        {
            x = block.call(x);
        }
        x = layerNorm.call(x).mean([1L]);
        return head.call(x);
    }
}

/// <summary>Over patches, then over channels.</summary>
public class MixerBlock : Module<Tensor, Tensor>
{
    private readonly LayerNorm norm1;
    private readonly LayerNorm norm2;
    private readonly Sequential tokenMixing;
    private readonly Sequential channelMixing;

    public MixerBlock(long numTokens, long hiddenDim, long tokensMlpDim, long channelsMlpDim)
        : base("MixerBlock")
    {
        norm1 = LayerNorm(hiddenDim);
        tokenMixing = MlpBlock(numTokens, tokensMlpDim);
        norm2 = LayerNorm(hiddenDim);
        channelMixing = MlpBlock(hiddenDim, channelsMlpDim);
        RegisterComponents();
    }

    private static Sequential MlpBlock(long dim, long mlpDim) => Sequential(Linear(dim, mlpDim), GELU(), Linear(mlpDim, dim));

    public override Tensor forward(Tensor x)
    {
        x = x + tokenMixing.call(norm1.call(x).transpose(1, 2)).transpose(1, 2);
        return x + channelMixing.call(norm2.call(x));
    }
}
