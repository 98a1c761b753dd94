using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A tagger of words: embeddings, an LSTM of both directions, a layer over each place.</summary>
[Parameterize(BaseWidth = 8)]
public partial class BiLstmTagger : Module<Tensor, Tensor>
{
    private readonly Embedding word_embeds;
    private readonly LSTM lstm;
    private readonly Dropout dropout;
    private readonly Linear hidden2tag;

    public BiLstmTagger(long vocab_size, long tagset_size, [Width] long embedding_dim, [Width] long hidden_dim) : base("BiLstmTagger")
    {
        word_embeds = Embedding(vocab_size, embedding_dim);
        lstm = LSTM(embedding_dim, hidden_dim / 2, numLayers: 2, bidirectional: true);
        dropout = Dropout(0.3);
        hidden2tag = Linear(hidden_dim, tagset_size);
        InitializeParameters();
    }

    public override Tensor forward(Tensor sentence)
    {
        var embeds = Word_embeds(sentence).transpose(0, 1);
        var (lstm_out, _, _) = lstm.call(embeds);
        return Hidden2tag(dropout.call(lstm_out.transpose(0, 1)));
    }
}
