using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A table's rows: an embedding for each column of categories, a norm over the numbers, a network.</summary>
[Parameterize(BaseWidth = 8)]
public partial class Tabular : Module<Tensor, Tensor, Tensor>
{
    private readonly ModuleList<Embedding> embeds;
    private readonly Dropout emb_drop;
    private readonly BatchNorm1d bn_cont;
    private readonly Sequential layers;

    public Tabular((long, long)[] emb_szs, long n_cont, long out_sz, [Width] long hidden) : base("Tabular")
    {
        embeds = ModuleList(emb_szs.Select(s => Embedding(s.Item1, s.Item2)).ToArray());
        emb_drop = Dropout(0.1);
        bn_cont = BatchNorm1d(n_cont);
        var n_emb = emb_szs.Sum(s => s.Item2);
        layers = Sequential(
            Linear(n_emb + n_cont, hidden),
            ReLU(),
            BatchNorm1d(hidden),
            Linear(hidden, hidden),
            ReLU(),
            Linear(hidden, out_sz));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x_cat, Tensor x_cont)
    {
        var x = cat(embeds.Select((_, i) => Embeds(i, x_cat[TensorIndex.Colon, i])).ToArray(), 1);
        x = cat([emb_drop.call(x), bn_cont.call(x_cont)], 1);
        return layers.call(x);
    }
}
