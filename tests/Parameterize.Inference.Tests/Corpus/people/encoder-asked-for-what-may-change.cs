// right: enc.a Input, outp Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Enc enc;
    private readonly Linear outp;
    public M([Width] int width) : base("A")
    {
        enc = new Enc(width);
        outp = Linear(enc.Size, 2);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => outp.call(enc.call(x));
}
[Parameterize(BaseWidth = 8)]
public sealed partial class Enc : Module<Tensor, Tensor>
{
    private int _size;
    public int Size => _size;
    private readonly Linear a;
    public Enc([Width] int w) : base("E") { _size = 4; a = Linear(4, w); Grow(w); InitializeParameters(); }
    private void Grow(int w) => _size = w;
    public override Tensor forward(Tensor x) => a.call(x);
}
