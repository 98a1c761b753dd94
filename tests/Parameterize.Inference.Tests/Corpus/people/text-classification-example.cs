// right: embedding Input, fc Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor, Tensor>
{
    private readonly EmbeddingBag embedding;
    private readonly Linear fc;
    public M([Width] long embed_dim, long vocab_size = 100, long num_class = 4) : base("TextClassification")
    {
        embedding = EmbeddingBag(vocab_size, embed_dim, sparse: false);
        fc = Linear(embed_dim, num_class);
        InitWeights();
        InitializeParameters();
    }

    private void InitWeights()
    {
        var initrange = 0.5;
        init.uniform_(embedding.weight, -initrange, initrange);
        init.uniform_(fc.weight, -initrange, initrange);
        init.zeros_(fc.bias);
    }

    public override Tensor forward(Tensor text, Tensor offsets) => Fc(Embedding1(text, offsets));
    private Tensor Embedding1(Tensor a, Tensor b) => embedding.call(a, b);
}
