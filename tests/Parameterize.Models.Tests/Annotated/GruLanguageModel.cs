using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A character model with a GRU.</summary>
[Parameterize(BaseWidth = 8)]
public partial class GruLanguageModel : Module<Tensor, Tensor>
{
    private readonly Embedding embedding;
    private readonly GRU gru;
    private readonly Linear fc;

    public GruLanguageModel(long vocabSize, [Width] long hiddenSize, long numLayers = 1) : base("GruLanguageModel")
    {
        embedding = Embedding(vocabSize, hiddenSize);
        gru = GRU(hiddenSize, hiddenSize, numLayers, batchFirst: true);
        fc = Linear(hiddenSize, vocabSize);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input)
    {
        var (output, _) = gru.call(EmbeddingForward(input));
        return Fc(output);
    }
}
