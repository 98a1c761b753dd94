using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>Translation with a GRU that reads, one that writes, and an attention between them.</summary>
public class AttentionDecoder : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding embedding_src;
    private readonly GRU encoder;
    private readonly Embedding embedding_tgt;
    private readonly BahdanauAttention attention;
    private readonly GRUCell gru;
    private readonly Linear output;

    public AttentionDecoder(long inputVocab, long outputVocab, long hiddenSize) : base("AttentionDecoder")
    {
        embedding_src = Embedding(inputVocab, hiddenSize);
        encoder = GRU(hiddenSize, hiddenSize, batchFirst: true);
        embedding_tgt = Embedding(outputVocab, hiddenSize);
        attention = new BahdanauAttention(hiddenSize);
        gru = GRUCell(2 * hiddenSize, hiddenSize);
        output = Linear(hiddenSize, outputVocab);
        RegisterComponents();
    }

    public override Tensor forward(Tensor source, Tensor target)
    {
        var (keys, hidden) = encoder.call(embedding_src.call(source));
        var state = hidden.squeeze(0);
        var outputs = new List<Tensor>();
        for (var i = 0; i < target.shape[1]; i++)
        {
            var context = attention.call(state.unsqueeze(1), keys).squeeze(1);
            var embedded = embedding_tgt.call(target[TensorIndex.Colon, i]);
            state = gru.call(cat([embedded, context], dim: 1), state);
            outputs.Add(output.call(state));
        }

        return stack(outputs, dim: 1);
    }
}

/// <summary>Scores by a small network.</summary>
public class BahdanauAttention : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear Wa;
    private readonly Linear Ua;
    private readonly Linear Va;

    public BahdanauAttention(long hidden_size) : base("BahdanauAttention")
    {
        Wa = Linear(hidden_size, hidden_size);
        Ua = Linear(hidden_size, hidden_size);
        Va = Linear(hidden_size, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor query, Tensor keys)
    {
        var scores = Va.call(tanh(Wa.call(query) + Ua.call(keys)));
        var weights = functional.softmax(scores.squeeze(2).unsqueeze(1), dim: -1);
        return bmm(weights, keys);
    }
}
