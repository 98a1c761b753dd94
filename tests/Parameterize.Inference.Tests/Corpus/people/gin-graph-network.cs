// right: convs.0.eps Finite, convs.0.mlp.0 Input, convs.0.mlp.2 Hidden, convs.1.eps Finite, convs.1.mlp.0 Hidden
// right: convs.1.mlp.2 Hidden, convs.2.eps Finite, convs.2.mlp.0 Hidden, convs.2.mlp.2 Hidden, bns.0 Vector, bns.1 Vector
// right: bns.2 Vector, lin1 Hidden, lin2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor, Tensor>
{
    private readonly ModuleList<GINConv> convs;
    private readonly ModuleList<BatchNorm1d> bns;
    private readonly Linear lin1, lin2;
    private readonly double dropout;
    public M([Width] long hidden, long num_features = 7, int num_layers = 3, long num_classes = 2,
        double dropout = 0.5) : base("GIN")
    {
        this.dropout = dropout;
        convs = new ModuleList<GINConv>();
        bns = new ModuleList<BatchNorm1d>();
        convs.Add(new GINConv(num_features, hidden));
        bns.Add(BatchNorm1d(hidden));
        for (int i = 1; i < num_layers; i++)
        {
            convs.Add(new GINConv(hidden, hidden));
            bns.Add(BatchNorm1d(hidden));
        }

        lin1 = Linear(hidden, hidden);
        lin2 = Linear(hidden, num_classes);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x, Tensor adj)
    {
        foreach (var(c, b)in convs.Zip(bns))
            x = b.call(functional.relu(c.call(x, adj)));
        x = functional.dropout(functional.relu(Lin1(x)), dropout, training);
        return functional.log_softmax(Lin2(x), -1);
    }
}

[Parameterize(BaseWidth = 8)]
public partial class GINConv : Module<Tensor, Tensor, Tensor>
{
    private readonly Sequential mlp;
    private readonly Parameter eps;
    public GINConv([Width] long in_channels, [Width] long out_channels) : base("GINConv")
    {
        mlp = Sequential(Linear(in_channels, out_channels), ReLU(), Linear(out_channels, out_channels));
        eps = Parameter(torch.zeros(1));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x, Tensor adj) => mlp.call((1 + Eps) * x + adj.matmul(x));
}
