using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>MLP-Mixer: one network over patches, one over channels.</summary>
[Parameterize(BaseWidth = 8)]
public partial class MlpMixer : Module<Tensor, Tensor>
{
    private readonly Conv2d patchEmbed;
    private readonly ModuleList<MixerBlock> mixerBlocks = new ModuleList<MixerBlock>();
    private readonly LayerNorm layerNorm;
    private readonly Linear head;

    public MlpMixer(long imageSize, long patchSize, [Width] long hiddenDim, [Width] long tokensMlpDim, int numBlocks, long numClasses)
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
        InitializeParameters(tokensMlpDim);
    }

    public override Tensor forward(Tensor x)
    {
        x = PatchEmbed(x).flatten(2).transpose(1, 2);
        foreach (var block in mixerBlocks)
        {
            x = block.call(x);
        }
        x = layerNorm.call(x).mean([1L]);
        return Head(x);
    }
}

/// <summary>Over patches, then over channels.</summary>
[Parameterize(BaseWidth = 8)]
public partial class MixerBlock : Module<Tensor, Tensor>
{
    private readonly LayerNorm norm1;
    private readonly LayerNorm norm2;
    private readonly Sequential tokenMixing;
    private readonly Sequential channelMixing;

    public MixerBlock(long numTokens, [Width] long hiddenDim, [Width] long tokensMlpDim, [Width(Base = 32)] long channelsMlpDim)
        : base("MixerBlock")
    {
        norm1 = LayerNorm(hiddenDim);
        tokenMixing = MlpBlock(numTokens, tokensMlpDim);
        norm2 = LayerNorm(hiddenDim);
        channelMixing = MlpBlock(hiddenDim, channelsMlpDim);
        InitializeParameters();
    }

    private static Sequential MlpBlock(long dim, long mlpDim) => Sequential(Linear(dim, mlpDim), GELU(), Linear(mlpDim, dim));

    public override Tensor forward(Tensor x)
    {
        x = x + tokenMixing.call(norm1.call(x).transpose(1, 2)).transpose(1, 2);
        return x + channelMixing.call(norm2.call(x));
    }
}
