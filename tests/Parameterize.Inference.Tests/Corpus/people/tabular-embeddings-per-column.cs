// right: embeds.0 Finite, embeds.1 Finite, embeds.2 Finite, bn_cont Finite, layers.0 Input, layers.2 Vector, layers.4 Hidden
// right: layers.6 Vector, layers.8 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Embedding> embeds = new();
    private readonly BatchNorm1d bn_cont;
    private readonly Sequential layers;
    public M([Width] long width, long[]? cardinalities = null, long n_cont = 5, long out_sz = 2,
        double p = 0.4) : base("Tabular")
    {
        cardinalities ??= new long[]
        {
            10,
            20,
            5
        };
        foreach (var c in cardinalities)
            embeds.Add(Embedding(c, Math.Min(50, (c + 1) / 2)));
        var n_emb = cardinalities.Sum(c => Math.Min(50, (c + 1) / 2));
        bn_cont = BatchNorm1d(n_cont);
        layers = Sequential(Linear(n_emb + n_cont, width), ReLU(inplace: true), BatchNorm1d(width), Dropout(p), Linear(width,
            width / 2), ReLU(inplace: true), BatchNorm1d(width / 2), Dropout(p), Linear(width / 2, out_sz));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => layers.call(x);
}
