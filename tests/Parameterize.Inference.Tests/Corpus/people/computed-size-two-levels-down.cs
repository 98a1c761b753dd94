// right: inp Input, up Hidden, outp Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear inp, up, outp;
    private readonly Stage stage1, stage2;
    public M([Width] int width) : base("M")
    {
        inp = Linear(5, width);
        stage1 = new Stage(width, 2);
        up = Linear(width, 2 * width);
        stage2 = new Stage(2 * width, 1);
        outp = Linear(2 * width, 2);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => outp.call(stage2.call(up.call(stage1.call(inp.call(x)))));
}
[Parameterize(BaseWidth = 8)]
public partial class Stage : Module<Tensor, Tensor>
{
    private readonly ModuleList<Se> blocks = new();
    public Stage([Width] int dim, int n) : base("Stage")
    {
        for (var i = 0; i < n; i++) blocks.Add(new Se(dim));
        InitializeParameters(dim);
    }
    public override Tensor forward(Tensor x)
    {
        foreach (var b in blocks) x = x + b.call(x);
        return x;
    }
}
[Parameterize(BaseWidth = 8)]
public partial class Se : Module<Tensor, Tensor>
{
    private readonly Linear squeeze, excite;
    public Se([Width] int dim, int unused = 4) : base("Se")
    {
        var mid = Math.Max(1, dim / 4);
        squeeze = Linear(dim, mid);
        excite = Linear(mid, dim);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => x * functional.sigmoid(Excite(functional.relu(Squeeze(x))));
}
