// right: _w Input, _s.0._up Hidden, _s.0._down Hidden, _s.1 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Sequential _s;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _s = Sequential(new Block(width), Linear(width, 3));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 8)]
public partial class Block : Module<Tensor, Tensor>
{
    private readonly Linear _up, _down;

    public Block([Width] long width) : base("Block")
    {
        _up = Linear(width, 4 * width);
        _down = Linear(4 * width, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
