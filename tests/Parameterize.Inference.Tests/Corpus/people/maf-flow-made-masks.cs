// right: flows.0.fc1 Input, flows.0.fc2 Hidden, flows.0.mu Output, flows.0.logp Output, flows.1.fc1 Input, flows.1.fc2 Hidden
// right: flows.1.mu Output, flows.1.logp Output, flows.2.fc1 Input, flows.2.fc2 Hidden, flows.2.mu Output, flows.2.logp Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, (Tensor, Tensor)>
{
    private readonly ModuleList<MADE> flows = new();
    public M([Width] int hidden, int dim = 4, int n_flows = 3) : base("MAF")
    {
        for (int i = 0; i < n_flows; i++)
            flows.Add(new MADE(dim, hidden));
        InitializeParameters(hidden);
    }

    public override (Tensor, Tensor) forward(Tensor x)
    {
        var ld = torch.zeros(x.shape[0]);
        foreach (var f in flows)
        {
            (x, var d) = f.call(x);
            ld += d;
        }

        return (x, ld);
    }
}

[Parameterize(BaseWidth = 8)]
public partial class MADE : Module<Tensor, (Tensor, Tensor)>
{
    private readonly Linear fc1, fc2, mu, logp;
    private readonly Tensor mask1;
    public MADE(int dim, [Width] int hidden) : base("MADE")
    {
        fc1 = Linear(dim, hidden);
        fc2 = Linear(hidden, hidden);
        mu = Linear(hidden, dim);
        logp = Linear(hidden, dim);
        mask1 = torch.ones(hidden, dim).tril();
        register_buffer("mask1", mask1);
        InitializeParameters();
    }

    public override (Tensor, Tensor) forward(Tensor x)
    {
        var h = functional.relu(Fc2(functional.relu(Fc1(x))));
        var(m, p) = (Mu(h), Logp(h));
        return ((x - m) * torch.exp(p), p.sum(1));
    }
}
