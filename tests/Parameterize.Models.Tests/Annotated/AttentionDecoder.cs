using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>Translation with a GRU that reads, one that writes, and an attention between them.</summary>
[Parameterize(BaseWidth = 8)]
public partial class AttentionDecoder : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding embedding_src;
    private readonly GRU encoder;
    private readonly Embedding embedding_tgt;
    private readonly BahdanauAttention attention;
    private readonly GRUCell gru;
    private readonly Linear output;

    public AttentionDecoder(long inputVocab, long outputVocab, [Width] long hiddenSize) : base("AttentionDecoder")
    {
        embedding_src = Embedding(inputVocab, hiddenSize);
        encoder = GRU(hiddenSize, hiddenSize, batchFirst: true);
        embedding_tgt = Embedding(outputVocab, hiddenSize);
        attention = new BahdanauAttention(hiddenSize);
        gru = GRUCell(2 * hiddenSize, hiddenSize);
        output = Linear(hiddenSize, outputVocab);
        InitializeParameters();
    }

    public override Tensor forward(Tensor source, Tensor target)
    {
        var (keys, hidden) = encoder.call(Embedding_src(source));
        var state = hidden.squeeze(0);
        var outputs = new List<Tensor>();
        for (var i = 0; i < target.shape[1]; i++)
        {
            var context = attention.call(state.unsqueeze(1), keys).squeeze(1);
            var embedded = Embedding_tgt(target[TensorIndex.Colon, i]);
            state = gru.call(cat([embedded, context], dim: 1), state);
            outputs.Add(Output(state));
        }

        return stack(outputs, dim: 1);
    }
}

/// <summary>Scores by a small network.</summary>
[Parameterize(BaseWidth = 8)]
public partial class BahdanauAttention : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear Wa;
    private readonly Linear Ua;
    private readonly Linear Va;

    public BahdanauAttention([Width] long hidden_size) : base("BahdanauAttention")
    {
        Wa = Linear(hidden_size, hidden_size);
        Ua = Linear(hidden_size, hidden_size);
        Va = Linear(hidden_size, 1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor query, Tensor keys)
    {
        var scores = VaForward(tanh(WaForward(query) + UaForward(keys)));
        var weights = functional.softmax(scores.squeeze(2).unsqueeze(1), dim: -1);
        return bmm(weights, keys);
    }
}
