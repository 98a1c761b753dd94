using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>The text classification of TorchSharp's examples: a bag of embeddings and a layer.</summary>
public class TextClassification : Module<Tensor, Tensor, Tensor>
{
    private readonly EmbeddingBag embedding;
    private readonly Linear fc;

    public TextClassification(long vocab_size, long embed_dim, long num_class) : base("TextClassification")
    {
        embedding = EmbeddingBag(vocab_size, embed_dim, sparse: false);
        fc = Linear(embed_dim, num_class);
        InitWeights();
        RegisterComponents();
    }

    private void InitWeights()
    {
        var initrange = 0.5;
        init.uniform_(embedding.weight, -initrange, initrange);
        init.uniform_(fc.weight, -initrange, initrange);
        init.zeros_(fc.bias);
    }

    public override Tensor forward(Tensor input, Tensor offsets)
    {
        return fc.call(embedding.call(input, offsets));
    }
}
