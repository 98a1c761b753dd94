using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>Kim's network for sentences: convolutions of several lengths, the maximum of each.</summary>
public class TextCnn : Module<Tensor, Tensor>
{
    private readonly Embedding embed;
    private readonly ModuleList<Conv1d> convs;
    private readonly Dropout dropout;
    private readonly Linear fc1;

    public TextCnn(long embedNum, long embedDim, long classNum, long kernelNum, long[] kernelSizes) : base("TextCnn")
    {
        embed = Embedding(embedNum, embedDim);
        convs = ModuleList(kernelSizes.Select(k => Conv1d(embedDim, kernelNum, k)).ToArray());
        dropout = Dropout(0.5);
        fc1 = Linear(kernelSizes.Length * kernelNum, classNum);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = embed.call(x).transpose(1, 2);
        var pooled = convs.Select(conv => functional.relu(conv.call(x)).max(2).values).ToArray();
        x = dropout.call(cat(pooled, 1));
        return fc1.call(x);
    }
}
