// right: gc1 Input, gc2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor, Tensor>
{
    private readonly GraphConvolution gc1, gc2;
    private readonly double dropout;
    public M([Width] long nhid, long nfeat = 30, long nclass = 7, double dropout = 0.5) : base("GCN")
    {
        gc1 = new GraphConvolution(nfeat, nhid);
        gc2 = new GraphConvolution(nhid, nclass);
        this.dropout = dropout;
        InitializeParameters(nhid: nhid);
    }

    public override Tensor forward(Tensor x, Tensor adj)
    {
        x = functional.relu(gc1.call(x, adj));
        x = functional.dropout(x, dropout, training);
        return functional.log_softmax(gc2.call(x, adj), 1);
    }
}

[Parameterize(BaseWidth = 8)]
public sealed partial class GraphConvolution : Module<Tensor, Tensor, Tensor>
{
    [Hidden(FanIn = 0, FanOut = 1)]
    private readonly Parameter weight;
    [Input]
    private readonly Parameter? bias;
    public GraphConvolution([Width] long in_features, [Width] long out_features, bool hasBias = true) : base("GraphConvolution")
    {
        weight = Parameter(torch.empty(in_features, out_features));
        if (hasBias)
            bias = Parameter(torch.empty(out_features));
        reset_parameters();
        InitializeParameters(in_features, out_features);
    }

    private void reset_parameters()
    {
        var stdv = 1.0 / Math.Sqrt(weight.size(1));
        init.uniform_(weight, -stdv, stdv);
        if (bias is not null)
            init.uniform_(bias, -stdv, stdv);
    }

    public override Tensor forward(Tensor input, Tensor adj)
    {
        var output = adj.mm(input.mm(Weight));
        return bias is null ? output : output + Bias;
    }
}
