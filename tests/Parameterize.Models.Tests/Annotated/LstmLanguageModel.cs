using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>The recurrent language model of PyTorch's examples.</summary>
[Parameterize(BaseWidth = 8)]
public partial class LstmLanguageModel : Module<Tensor, Tensor>
{
    private readonly Dropout drop;
    private readonly Embedding encoder;
    private readonly LSTM rnn;
    private readonly Linear decoder;

    public LstmLanguageModel(long ntoken, [Width] long ninp, [Width] long nhid, long nlayers, double dropout = 0.5)
        : base("LstmLanguageModel")
    {
        drop = Dropout(dropout);
        encoder = Embedding(ntoken, ninp);
        rnn = LSTM(ninp, nhid, nlayers, dropout: dropout);
        decoder = Linear(nhid, ntoken);
        InitWeights();
        InitializeParameters();
    }

    private void InitWeights()
    {
        const double initrange = 0.1;
        init.uniform_(encoder.weight!, -initrange, initrange);
        init.zeros_(decoder.bias!);
        init.uniform_(decoder.weight, -initrange, initrange);
    }

    public override Tensor forward(Tensor input)
    {
        var emb = drop.call(Encoder(input));
        var (output, _, _) = rnn.call(emb);
        var decoded = Decoder(drop.call(output));
        return functional.log_softmax(decoded, dim: -1);
    }
}
