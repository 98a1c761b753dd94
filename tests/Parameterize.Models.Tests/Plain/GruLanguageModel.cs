using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>A character model with a GRU.</summary>
public class GruLanguageModel : Module<Tensor, Tensor>
{
    private readonly Embedding embedding;
    private readonly GRU gru;
    private readonly Linear fc;

    public GruLanguageModel(long vocabSize, long hiddenSize, long numLayers = 1) : base("GruLanguageModel")
    {
        embedding = Embedding(vocabSize, hiddenSize);
        gru = GRU(hiddenSize, hiddenSize, numLayers, batchFirst: true);
        fc = Linear(hiddenSize, vocabSize);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var (output, _) = gru.call(embedding.call(input));
        return fc.call(output);
    }
}
