// right: transformer.encoder.layers.0.self_attn.in_proj_weight Hidden, transformer.encoder.layers.0.self_attn.out_proj Hidden
// right: transformer.encoder.layers.0.linear1 Hidden, transformer.encoder.layers.0.linear2 Hidden
// right: transformer.encoder.layers.0.norm1 Vector, transformer.encoder.layers.0.norm2 Vector
// right: transformer.encoder.layers.1.self_attn.in_proj_weight Hidden, transformer.encoder.layers.1.self_attn.out_proj Hidden
// right: transformer.encoder.layers.1.linear1 Hidden, transformer.encoder.layers.1.linear2 Hidden
// right: transformer.encoder.layers.1.norm1 Vector, transformer.encoder.layers.1.norm2 Vector, transformer.encoder.norm Vector
// right: transformer.decoder.layers.0.self_attn.in_proj_weight Hidden, transformer.decoder.layers.0.self_attn.out_proj Hidden
// right: transformer.decoder.layers.0.multihead_attn.in_proj_weight Hidden
// right: transformer.decoder.layers.0.multihead_attn.out_proj Hidden, transformer.decoder.layers.0.linear1 Hidden
// right: transformer.decoder.layers.0.linear2 Hidden, transformer.decoder.layers.0.norm1 Vector
// right: transformer.decoder.layers.0.norm2 Vector, transformer.decoder.layers.0.norm3 Vector
// right: transformer.decoder.layers.1.self_attn.in_proj_weight Hidden, transformer.decoder.layers.1.self_attn.out_proj Hidden
// right: transformer.decoder.layers.1.multihead_attn.in_proj_weight Hidden
// right: transformer.decoder.layers.1.multihead_attn.out_proj Hidden, transformer.decoder.layers.1.linear1 Hidden
// right: transformer.decoder.layers.1.linear2 Hidden, transformer.decoder.layers.1.norm1 Vector
// right: transformer.decoder.layers.1.norm2 Vector, transformer.decoder.layers.1.norm3 Vector, transformer.decoder.norm Vector
// right: generator Output, src_tok_emb.embedding Input, tgt_tok_emb.embedding Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor, Tensor>
{
    private readonly Transformer transformer;
    private readonly Linear generator;
    private readonly TokenEmbedding src_tok_emb, tgt_tok_emb;
    public static M Make(long w) => new(2, 2, w, w / 4, 15, 16, 4 * w);
    public M(int num_encoder_layers, int num_decoder_layers, [Width] long emb_size, [Width(Base = 2)] long nhead,
        int src_vocab_size, int tgt_vocab_size, [Width(Base = 32)] long dim_feedforward = 512,
        double dropout = 0.1) : base("Seq2SeqTransformer")
    {
        transformer = Transformer(d_model: emb_size, nhead: nhead, num_encoder_layers: num_encoder_layers,
            num_decoder_layers: num_decoder_layers, dim_feedforward: dim_feedforward, dropout: dropout);
        generator = Linear(emb_size, tgt_vocab_size);
        src_tok_emb = new TokenEmbedding(src_vocab_size, emb_size);
        tgt_tok_emb = new TokenEmbedding(tgt_vocab_size, emb_size);
        RegisterComponents();
        foreach (var p in parameters())
            if (p.dim() > 1)
                init.xavier_uniform_(p);
        InitializeParameters(nhead: nhead, dim_feedforward: dim_feedforward);
    }

    public override Tensor forward(Tensor src, Tensor trg) => Generator1(transformer.call(src_tok_emb.call(src),
        tgt_tok_emb.call(trg)));
    private Tensor Generator1(Tensor t) => Generator(t);
}

[Parameterize(BaseWidth = 8)]
public partial class TokenEmbedding : Module<Tensor, Tensor>
{
    private readonly Embedding embedding;
    private readonly long emb_size;
    public TokenEmbedding(int vocab_size, [Width] long emb_size) : base("TokenEmbedding")
    {
        embedding = Embedding(vocab_size, emb_size);
        this.emb_size = emb_size;
        InitializeParameters();
    }

    public override Tensor forward(Tensor tokens) => embedding.call(tokens.to_type(ScalarType.Int64)) * Math.Sqrt(emb_size);
}
