// right: emb_l.0 Input, emb_l.1 Input, emb_l.2 Input, bot_l.0 Input, bot_l.2 Hidden, top_l.0 Hidden, top_l.2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<EmbeddingBag> emb_l;
    private readonly Sequential bot_l, top_l;
    private static Sequential create_mlp(long[] ln, int sigmoid_layer)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        for (int i = 0; i < ln.Length - 1; i++)
        {
            long n = ln[i], m = ln[i + 1];
            var LL = Linear(n, m, hasBias: true);
            init.normal_(LL.weight, 0.0, Math.Sqrt(2.0 / (m + n)));
            layers.Add(LL);
            layers.Add(i == sigmoid_layer ? Sigmoid() : ReLU());
        }

        return Sequential(layers.ToArray());
    }

    public M([Width] long m_spa) : base("DLRM")
    {
        var ln_emb = new long[]
        {
            10,
            20,
            30
        };
        emb_l = new ModuleList<EmbeddingBag>(ln_emb.Select(n => EmbeddingBag(n, m_spa)).ToArray());
        bot_l = create_mlp(new[] { 13, 4 * m_spa, m_spa }, -1);
        top_l = create_mlp(new[] { m_spa + 6, 4 * m_spa, 1 }, 1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => top_l.call(bot_l.call(x));
}
