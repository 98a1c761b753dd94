// right: flow.0.s.0 Input, flow.0.s.2 Hidden, flow.0.s.4 Output, flow.0.t.0 Input, flow.0.t.2 Hidden, flow.0.t.4 Output
// right: flow.1 Finite, flow.2.s.0 Input, flow.2.s.2 Hidden, flow.2.s.4 Output, flow.2.t.0 Input, flow.2.t.2 Hidden
// right: flow.2.t.4 Output, flow.3 Finite, flow.4.s.0 Input, flow.4.s.2 Hidden, flow.4.s.4 Output, flow.4.t.0 Input
// right: flow.4.t.2 Hidden, flow.4.t.4 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Module<Tensor, Tensor>> flow = new();
    public M([Width] int hidden, int dim = 4, int n = 3) : base("RealNVP")
    {
        for (int i = 0; i < n; i++)
        {
            flow.Add(new Coupling(dim, hidden));
            if (i < n - 1)
                flow.Add(Linear(dim, dim));
        }

        InitializeParameters(hidden);
    }

    public override Tensor forward(Tensor x)
    {
        foreach (var f in flow)
            x = f.call(x);
        return x;
    }
}

[Parameterize(BaseWidth = 8)]
public partial class Coupling : Module<Tensor, Tensor>
{
    private readonly Sequential s, t;
    public Coupling(int dim, [Width] int hidden) : base("Coupling")
    {
        s = Net(dim, hidden);
        t = Net(dim, hidden);
        InitializeParameters();
    }

    private static Sequential Net(int d, int h) => Sequential(Linear(d / 2, h), ReLU(), Linear(h, h), ReLU(), Linear(h, d / 2));
    public override Tensor forward(Tensor x)
    {
        var p = x.chunk(2, -1);
        return torch.cat(new[] { p[0], p[1] * torch.exp(s.call(p[0])) + t.call(p[0]) }, -1);
    }
}
