// right: inp Input, outp Output, stage.blocks.0.w1 Hidden, stage.blocks.0.w2 Hidden, stage.blocks.0.w3 Hidden, stage.blocks.1.w1 Hidden
// right: stage.blocks.1.w2 Hidden, stage.blocks.1.w3 Hidden, stage.norm Vector
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear inp, outp;
    private readonly Stage stage;
    public M([Width] int width) : base("M")
    {
        inp = Linear(5, width);
        stage = new Stage(width, 2);
        outp = Linear(width, 2);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Outp(stage.call(Inp(x)));
}
[Parameterize(BaseWidth = 8)]
public partial class Stage : Module<Tensor, Tensor>
{
    private readonly ModuleList<Glu> blocks = new();
    private readonly LayerNorm norm;
    public Stage([Width] int dim, int n) : base("Stage")
    {
        for (var i = 0; i < n; i++) blocks.Add(new Glu(dim));
        norm = LayerNorm(dim);
        InitializeParameters(dim);
    }
    public override Tensor forward(Tensor x)
    {
        foreach (var b in blocks) x = x + b.call(x);
        return norm.call(x);
    }
}
[Parameterize(BaseWidth = 8)]
public partial class Glu : Module<Tensor, Tensor>
{
    private readonly Linear w1, w2, w3;
    public Glu([Width] int dim, int unused = 4) : base("Glu")
    {
        var hidden = 4 * dim;
        hidden = 2 * hidden / 3;
        hidden = 4 * ((hidden + 4 - 1) / 4);
        w1 = Linear(dim, hidden, hasBias: false);
        w2 = Linear(hidden, dim, hasBias: false);
        w3 = Linear(dim, hidden, hasBias: false);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => W2(functional.silu(W1(x)) * W3(x));
}
