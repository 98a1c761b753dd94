// right: convs.0.lin Input, convs.1.lin Hidden, convs.2.lin Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor, Tensor>
{
    private readonly ModuleList<GraphConv> convs;
    private readonly double dropout;
    public M(int features, [Width] int hidden, int classes, int layers = 3, double dropout = 0.5) : base("GCN")
    {
        this.dropout = dropout;
        convs = new ModuleList<GraphConv>();
        convs.Add(new GraphConv(features, hidden));
        for (int i = 0; i < layers - 2; i++) convs.Add(new GraphConv(hidden, hidden));
        convs.Add(new GraphConv(hidden, classes));
        InitializeParameters(hidden);
    }
    public static M Make(long w) => new(6, (int)w, 3);
    public override Tensor forward(Tensor x, Tensor adj)
    {
        for (int i = 0; i < convs.Count; i++)
        {
            x = convs[i].call(x, adj);
            if (i < convs.Count - 1) x = functional.relu(x);
        }
        return x;
    }
}
[Parameterize(BaseWidth = 8)]
public sealed partial class GraphConv : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear lin;
    public GraphConv([Width] int from, [Width] int to) : base("GC") { lin = Linear(from, to); InitializeParameters(); }
    public override Tensor forward(Tensor x, Tensor adj) => adj.matmul(Lin(x));
}
