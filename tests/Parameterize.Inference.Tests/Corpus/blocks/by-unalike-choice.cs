// right: _w Input, _b._up Hidden, _b._down Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Block _b;

    public M([Width] long width, bool wide = true) : base("M")
    {
        _w = Linear(3, width);
        _b = wide ? new Block(2 * width) : new Block(width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 16)]
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
