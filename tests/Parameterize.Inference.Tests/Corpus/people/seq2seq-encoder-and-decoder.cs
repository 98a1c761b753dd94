// right: encoder.emb Input, encoder.gru.weight_ih_l0 Hidden, encoder.gru.weight_hh_l0 Hidden, decoder.emb Input
// right: decoder.gru.weight_ih_l0 Hidden, decoder.gru.weight_hh_l0 Hidden, decoder.fc Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor, Tensor>
{
    private readonly Encoder encoder;
    private readonly Decoder decoder;
    public M([Width] long hidden, long vocabIn = 20, long vocabOut = 15) : base("S2S")
    {
        encoder = new Encoder(vocabIn, hidden);
        decoder = new Decoder(vocabOut, hidden);
        InitializeParameters(hidden);
    }
    public override Tensor forward(Tensor src, Tensor tgt)
    {
        var (_, h) = encoder.call(src);
        return decoder.call(tgt, h);
    }
}
[Parameterize(BaseWidth = 8)]
public sealed partial class Encoder : Module<Tensor, (Tensor, Tensor)>
{
    private readonly Embedding emb;
    private readonly GRU gru;
    public Encoder(long vocab, [Width] long hidden) : base("E") { emb = Embedding(vocab, hidden); gru = GRU(hidden, hidden,
        batchFirst: true); InitializeParameters(); }
    public override (Tensor, Tensor) forward(Tensor x) => gru.call(Emb(x));
}
[Parameterize(BaseWidth = 8)]
public sealed partial class Decoder : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding emb;
    private readonly GRU gru;
    private readonly Linear fc;
    public Decoder(long vocab, [Width] long hidden) : base("D") { emb = Embedding(vocab, hidden); gru = GRU(hidden, hidden,
        batchFirst: true); fc = Linear(hidden, vocab); InitializeParameters(); }
    public override Tensor forward(Tensor x, Tensor h) => Fc(gru.call(functional.relu(Emb(x)), h).Item1);
}
