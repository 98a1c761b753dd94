using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>Kim's network for sentences: convolutions of several lengths, the maximum of each.</summary>
[Parameterize(BaseWidth = 8)]
public partial class TextCnn : Module<Tensor, Tensor>
{
    private readonly Embedding embed;
    private readonly ModuleList<Conv1d> convs;
    private readonly Dropout dropout;
    private readonly Linear fc1;

    public TextCnn(long embedNum, [Width] long embedDim, long classNum, [Width] long kernelNum, long[] kernelSizes) : base("TextCnn")
    {
        embed = Embedding(embedNum, embedDim);
        convs = ModuleList(kernelSizes.Select(k => Conv1d(embedDim, kernelNum, k)).ToArray());
        dropout = Dropout(0.5);
        fc1 = Linear(kernelSizes.Length * kernelNum, classNum);
        InitializeParameters(kernelNum);
    }

    public override Tensor forward(Tensor x)
    {
        x = Embed(x).transpose(1, 2);
        var pooled = convs.Select((_, i) => functional.relu(Convs(i, x)).max(2).values).ToArray();
        x = dropout.call(cat(pooled, 1));
        return Fc1(x);
    }
}
