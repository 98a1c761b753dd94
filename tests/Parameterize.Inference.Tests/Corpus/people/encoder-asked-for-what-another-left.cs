// right: e1.a Input, e2.a Input, outp Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Enc e1, e2;
    private readonly Linear outp;
    public M([Width] int width) : base("A")
    {
        e1 = new Enc(width);
        e2 = new Enc(width);
        outp = Linear(e2.Size, 2);
        InitializeParameters(width);
    }
    public override Tensor forward(Tensor x) => x;
}
[Parameterize(BaseWidth = 8)]
public sealed partial class Enc : Module<Tensor, Tensor>
{
    private static int s_last = 16;
    public int Size { get; }
    private readonly Linear a;
    public Enc([Width] int w) : base("E") { Size = s_last; s_last = w; a = Linear(4, w); InitializeParameters(); }
    public override Tensor forward(Tensor x) => a.call(x);
}
