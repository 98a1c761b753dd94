// right: _w Input, _b._up Input, _b._down Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Block _b;

    public M([Width] long width, long channels = 3) : base("M")
    {
        _w = Linear(3, width);
        _b = new Block(channels, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 4)]
public partial class Block : Module<Tensor, Tensor>
{
    private readonly Linear _up, _down;

    public Block([Width] long from, [Width] long to) : base("Block")
    {
        _up = Linear(from, to);
        _down = Linear(to, to);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
