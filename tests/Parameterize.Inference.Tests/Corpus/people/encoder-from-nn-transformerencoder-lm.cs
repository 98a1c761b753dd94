// right: transformer_encoder.layers.0.self_attn.in_proj_weight Hidden, transformer_encoder.layers.0.self_attn.out_proj Hidden
// right: transformer_encoder.layers.0.linear1 Hidden, transformer_encoder.layers.0.linear2 Hidden
// right: transformer_encoder.layers.0.norm1 Vector, transformer_encoder.layers.0.norm2 Vector
// right: transformer_encoder.layers.1.self_attn.in_proj_weight Hidden, transformer_encoder.layers.1.self_attn.out_proj Hidden
// right: transformer_encoder.layers.1.linear1 Hidden, transformer_encoder.layers.1.linear2 Hidden
// right: transformer_encoder.layers.1.norm1 Vector, transformer_encoder.layers.1.norm2 Vector, embedding Input, linear Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor, Tensor>
{
    private readonly TransformerEncoder transformer_encoder;
    private readonly Embedding embedding;
    private readonly Linear linear;
    private readonly long d_model;
    public M([Width] long d_model, [Width(Base = 2)] long nhead = 2, int ntoken = 20, int nlayers = 2,
        double dropout = 0.5) : base("TransformerModel")
    {
        this.d_model = d_model;
        var encoder_layers = TransformerEncoderLayer(d_model, nhead, 4 * d_model, dropout);
        transformer_encoder = TransformerEncoder(encoder_layers, nlayers);
        embedding = Embedding(ntoken, d_model);
        linear = Linear(d_model, ntoken);
        init_weights();
        InitializeParameters(nhead);
    }

    public static M Make(long w) => new(w, w / 4);
    private void init_weights()
    {
        const double initrange = 0.1;
        init.uniform_(embedding.weight, -initrange, initrange);
        init.zeros_(linear.bias);
        init.uniform_(linear.weight, -initrange, initrange);
    }

    public override Tensor forward(Tensor src, Tensor mask) =>
        LinearForward(transformer_encoder.call(embedding.call(src) * Math.Sqrt(d_model), mask));
}
