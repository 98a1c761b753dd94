// right: _w Input, _b.0._up Hidden, _b.0._down Hidden, _b.1._up Hidden, _b.1._down Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Block> _b;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _b = new ModuleList<Block>(new Block(width), new Block(2 * width));
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
