using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>The language model with TransformerEncoder of PyTorch's tutorial on sequences.</summary>
[Parameterize(BaseWidth = 8)]
public partial class Seq2SeqTransformer : Module<Tensor, Tensor, Tensor>
{
    private readonly TransformerEncoder transformer_encoder;
    private readonly PositionalEncoding pos_encoder;
    private readonly Embedding encoder;
    private readonly Linear decoder;

    public Seq2SeqTransformer(
        long ntokens, [Width] long ninputs, [Width(Base = 2)] long nheads, [Width] long nhidden, long nlayers, double dropout = 0.5)
        : base("Seq2SeqTransformer")
    {
        pos_encoder = new PositionalEncoding(ninputs, dropout);
        var encoder_layers = TransformerEncoderLayer(ninputs, nheads, nhidden, dropout);
        transformer_encoder = TransformerEncoder(encoder_layers, nlayers);
        encoder = Embedding(ntokens, ninputs);
        decoder = Linear(ninputs, ntokens);
        InitializeParameters(nheads, nhidden);
    }

    public override Tensor forward(Tensor t, Tensor mask)
    {
        var src = pos_encoder.call(Encoder(t) * Math.Sqrt(8)); // the root of the base width
        var enc = transformer_encoder.call(src, mask);
        return Decoder(enc);
    }
}

/// <summary>Sines and cosines of the place, added; it has no parameters.</summary>
public class PositionalEncoding : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> dropout;
    private readonly Tensor pe;

    public PositionalEncoding(long dmodel, double dropout, int maxLen = 50) : base("PositionalEncoding")
    {
        this.dropout = Dropout(dropout);
        var position = arange(0, maxLen, 1).unsqueeze(1);
        var divTerm = (arange(0, dmodel, 2) * (-Math.Log(10000.0) / dmodel)).exp();
        pe = zeros(new long[] { maxLen, dmodel });
        pe[TensorIndex.Ellipsis, TensorIndex.Slice(0, null, 2)] = (position * divTerm).sin();
        pe[TensorIndex.Ellipsis, TensorIndex.Slice(1, null, 2)] = (position * divTerm).cos();
        pe = pe.unsqueeze(0).transpose(0, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor t)
    {
        var x = t + pe[TensorIndex.Slice(null, t.shape[0]), TensorIndex.Slice()];
        return dropout.call(x);
    }
}
