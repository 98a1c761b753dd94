// right: _b.0._up Input, _b.0._norm Vector, _b.0._down Hidden, _b.1._up Hidden, _b.1._norm Vector, _b.1._down Hidden, _b.2._up Output, _b.2._norm Finite, _b.2._down Finite
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Block> _b;

    public M([Width] long width) : base("M")
    {
        _b = ModuleList(new Block(3, width), new Block(2 * width, width), new Block(2 * width, 10));
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
