// right: encoder.embedding Input, encoder.gru.weight_ih_l0 Hidden, encoder.gru.weight_hh_l0 Hidden, decoder.embedding Input
// right: decoder.attention.Wa Hidden, decoder.attention.Ua Hidden, decoder.attention.Va Output, decoder.gru.weight_ih_l0 Hidden
// right: decoder.gru.weight_hh_l0 Hidden, decoder.out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor, Tensor>
{
    private readonly EncoderRNN encoder;
    private readonly AttnDecoderRNN decoder;
    public M([Width] int hidden_size, int input_vocab = 30, int output_vocab = 31, double dropout_p = 0.1) : base("Seq2Seq")
    {
        encoder = new EncoderRNN(input_vocab, hidden_size, dropout_p);
        decoder = new AttnDecoderRNN(hidden_size, output_vocab, dropout_p);
        InitializeParameters(hidden_size);
    }

    public override Tensor forward(Tensor src, Tensor trg)
    {
        var(o, h) = encoder.call(src);
        return decoder.call(trg, o, h);
    }
}

[Parameterize(BaseWidth = 8)]
public partial class EncoderRNN : Module<Tensor, (Tensor, Tensor)>
{
    private readonly Embedding embedding;
    private readonly GRU gru;
    private readonly Dropout dropout;
    public EncoderRNN(int input_size, [Width] int hidden_size, double dropout_p = 0.1) : base("EncoderRNN")
    {
        embedding = Embedding(input_size, hidden_size);
        gru = GRU(hidden_size, hidden_size, batchFirst: true);
        dropout = Dropout(dropout_p);
        InitializeParameters();
    }

    public override (Tensor, Tensor) forward(Tensor input) => gru.call(dropout.call(embedding.call(input)));
}

[Parameterize(BaseWidth = 8)]
public partial class BahdanauAttention : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear Wa, Ua, Va;
    public BahdanauAttention([Width] int hidden_size) : base("BahdanauAttention")
    {
        Wa = Linear(hidden_size, hidden_size);
        Ua = Linear(hidden_size, hidden_size);
        Va = Linear(hidden_size, 1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor query, Tensor keys)
    {
        var s = VaForward(torch.tanh(WaForward(query) + UaForward(keys))).squeeze(2).unsqueeze(1);
        return torch.bmm(functional.softmax(s, -1), keys);
    }
}

[Parameterize(BaseWidth = 8)]
public partial class AttnDecoderRNN : Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly Embedding embedding;
    private readonly BahdanauAttention attention;
    private readonly GRU gru;
    private readonly Linear @out;
    private readonly Dropout dropout;
    public AttnDecoderRNN([Width] int hidden_size, int output_size, double dropout_p = 0.1) : base("AttnDecoderRNN")
    {
        embedding = Embedding(output_size, hidden_size);
        attention = new BahdanauAttention(hidden_size);
        gru = GRU(2 * hidden_size, hidden_size, batchFirst: true);
        @out = Linear(hidden_size, output_size);
        dropout = Dropout(dropout_p);
        InitializeParameters();
    }

    public override Tensor forward(Tensor t, Tensor enc, Tensor h)
    {
        var e = dropout.call(embedding.call(t));
        var c = attention.call(h.permute(1, 0, 2), enc);
        var(o, _) = gru.call(torch.cat(new[] { e, c }, 2), h);
        return Out(o);
    }
}
