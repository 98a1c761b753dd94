// right: _b._up Input, _b._norm Vector, _b._down Hidden, _c._up Hidden, _c._norm Vector, _c._down Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Block _b, _c;

    public M([Width] long width) : base("M")
    {
        _b = new Block(3, width);
        _c = new Block(2 * width, 2 * width);
        InitializeParameters(width);
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 8)]
public partial class Block : Module<Tensor, Tensor>
{
    private readonly Linear _up, _down;
    private readonly LayerNorm _norm;

    public Block([Width] long from, [Width] long to) : base("Block")
    {
        _up = Linear(from, to);
        _norm = LayerNorm(to);
        _down = Linear(to, 2 * to);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Down(_norm.call(Up(x)));
}
