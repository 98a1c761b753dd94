// right: _b._up Hidden, _b._norm Vector, _b._down Hidden, _c._up Output, _c._norm Finite, _c._down Finite
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Block _b, _c;

    public M([Width] long width, int classes = 10) : base("M")
    {
        _b = new Block(width, width);
        _c = new Block(2 * width, classes);
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
