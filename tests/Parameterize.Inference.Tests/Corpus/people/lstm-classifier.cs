// right: embedding Input, lstm.weight_ih_l0 Hidden, lstm.weight_hh_l0 Hidden, lstm.weight_ih_l0_reverse Hidden
// right: lstm.weight_hh_l0_reverse Hidden, lstm.weight_ih_l1 Hidden, lstm.weight_hh_l1 Hidden, lstm.weight_ih_l1_reverse Hidden
// right: lstm.weight_hh_l1_reverse Hidden, fc Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Embedding embedding;
    private readonly LSTM lstm;
    private readonly Linear fc;
    private readonly Dropout dropout;
    public M([Width] long hidden_dim, long vocab = 100, int n_layers = 2, bool bidirectional = true,
        double drop = 0.5) : base("LSTMClassifier")
    {
        embedding = Embedding(vocab, hidden_dim / 2, padding_idx: 0);
        lstm = LSTM(hidden_dim / 2, hidden_dim, numLayers: n_layers, bidirectional: true, batchFirst: true, dropout: drop);
        fc = Linear(hidden_dim * 2, 1);
        dropout = Dropout(drop);
        InitializeParameters();
    }

    public override Tensor forward(Tensor text)
    {
        var e = dropout.call(embedding.call(text));
        var(o, h, c) = lstm.call(e);
        return Fc(dropout.call(o.mean(new long[] { 1 })));
    }
}
