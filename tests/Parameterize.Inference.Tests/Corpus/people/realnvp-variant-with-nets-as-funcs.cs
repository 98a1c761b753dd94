// right: mask Finite, t.0.0 Input, t.0.2 Hidden, t.0.4 Output, t.1.0 Input, t.1.2 Hidden, t.1.4 Output, t.2.0 Input, t.2.2 Hidden
// right: t.2.4 Output, t.3.0 Input, t.3.2 Hidden, t.3.4 Output, s.0.0 Input, s.0.2 Hidden, s.0.4 Output, s.1.0 Input, s.1.2 Hidden
// right: s.1.4 Output, s.2.0 Input, s.2.2 Hidden, s.2.4 Output, s.3.0 Input, s.3.2 Hidden, s.3.4 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Sequential> t, s;
    private readonly Parameter mask;
    public M([Width] int hidden, int dim = 2, int n = 4) : base("RealNVP")
    {
        Func<Sequential> nets = () => Sequential(Linear(dim, hidden), LeakyReLU(), Linear(hidden, hidden), LeakyReLU(),
            Linear(hidden, dim), Tanh());
        Func<Sequential> nett = () => Sequential(Linear(dim, hidden), LeakyReLU(), Linear(hidden, hidden), LeakyReLU(),
            Linear(hidden, dim));
        mask = Parameter(torch.ones(n, dim), requires_grad: false);
        t = ModuleList<Sequential>(Enumerable.Range(0, n).Select(_ => nett()).ToArray());
        s = ModuleList<Sequential>(Enumerable.Range(0, n).Select(_ => nets()).ToArray());
        InitializeParameters(hidden);
    }

    public override Tensor forward(Tensor x)
    {
        for (int i = 0; i < t.Count; i++)
            x = x + s[i].call(x) + t[i].call(x);
        return x;
    }
}
