using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>BERT in small: embeddings of words, places and segments, an encoder, a head that shares the words' weight.</summary>
[Parameterize(BaseWidth = 8)]
public partial class Bert : Module<Tensor, Tensor>
{
    private readonly Embedding word_embeddings;
    private readonly Embedding position_embeddings;
    private readonly Embedding token_type_embeddings;
    private readonly LayerNorm LayerNorm1;
    private readonly Dropout dropout;
    private readonly ModuleList<TransformerEncoderLayer> layer = new();
    private readonly Linear transform;
    private readonly LayerNorm LayerNorm2;
    [Output(TiedTo = nameof(word_embeddings))] private readonly Linear decoder;

    public Bert(long vocab_size, [Width] long hidden_size, int num_hidden_layers, [Width(Base = 2)] long num_attention_heads) : base("Bert")
    {
        word_embeddings = Embedding(vocab_size, hidden_size, padding_idx: 0);
        position_embeddings = Embedding(16, hidden_size);
        token_type_embeddings = Embedding(2, hidden_size);
        LayerNorm1 = LayerNorm(hidden_size);
        dropout = Dropout(0.1);
        for (var i = 0; i < num_hidden_layers; i++)
            layer.Add(TransformerEncoderLayer(hidden_size, num_attention_heads, 4 * hidden_size, 0.1, Activations.GELU));
        transform = Linear(hidden_size, hidden_size);
        LayerNorm2 = LayerNorm(hidden_size);
        decoder = Linear(hidden_size, vocab_size, hasBias: false);
        InitializeParameters(num_attention_heads);
    }

    public override Tensor forward(Tensor input_ids)
    {
        var positions = arange(input_ids.shape[1]).unsqueeze(0);
        var x = Word_embeddings(input_ids) + Position_embeddings(positions) + Token_type_embeddings(zeros_like(input_ids));
        x = dropout.call(LayerNorm1.call(x)).transpose(0, 1);
        foreach (var l in layer)
            x = l.call(x, null, null);
        x = LayerNorm2.call(functional.gelu(Transform(x.transpose(0, 1))));
        return Decoder(x);
    }
}
