// right: _w Input, _b._up Hidden, _b._down Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Block _b;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _b = new Block(inner: 4 * width, width: width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 8)]
public partial class Block : Module<Tensor, Tensor>
{
    private readonly Linear _up, _down;

    public Block([Width] long width, [Width(Base = 32)] long inner) : base("Block")
    {
        _up = Linear(width, inner);
        _down = Linear(inner, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
