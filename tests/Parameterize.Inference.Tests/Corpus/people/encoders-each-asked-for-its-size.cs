// right: encs.0.a Hidden, encs.1.a Hidden, encs.2.a Hidden, outp Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Enc> encs = new();
    private readonly Linear outp;
    public M([Width] int width, int n = 3) : base("A")
    {
        var size = width;
        for (int i = 0; i < n; i++)
        {
            var e = new Enc(size);
            encs.Add(e);
            size = e.Size;
        }
        outp = Linear(size, 2);
        InitializeParameters(width);
    }
    public override Tensor forward(Tensor x) => x;
}
[Parameterize(BaseWidth = 8)]
public sealed partial class Enc : Module<Tensor, Tensor>
{
    public int Size { get; }
    private readonly Linear a;
    public Enc([Width] int w) : base("E") { Size = 2 * w; a = Linear(w, Size); InitializeParameters(); }
    public override Tensor forward(Tensor x) => A(x);
}
