// right: _w Input, _a._q Hidden, _a._k Hidden, _b._q Hidden, _b._k Hidden, _o Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w, _o;
    private readonly Towers _a, _b;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _a = new Towers(width, width / 2);
        _b = new Towers(2 * width, 2 * width);
        _o = Linear(width, 5);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 32)]
public partial class Towers : Module<Tensor, Tensor>
{
    private readonly Linear _q, _k;

    public Towers([Width] long width, [DotWidth(Base = 16)] long shared) : base("Towers")
    {
        _q = Linear(width, shared);
        _k = Linear(width, shared);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Q(x).matmul(K(x).transpose(-2, -1)) * DotScale;
}
