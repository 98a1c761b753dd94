// right: _w Input, _b.0._up Hidden, _b.0._down Hidden, _b.1._up Hidden, _b.1._down Hidden, _b.2._up Hidden, _b.2._down Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Block> _b = new();

    public M([Width] long width, [Depth(Base = 1)] int depth) : base("M")
    {
        _w = Linear(3, width);
        for (var i = 0; i < depth; i++) _b.Add(new Block(2 * width, depth));
        InitializeParameters(depth);
    }

    public static M Make(long width) => new(width, 3);

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 4)]
public partial class Block : Module<Tensor, Tensor>
{
    private readonly Linear _up, _down;

    public Block([Width] long width, [Depth(Base = 2)] int depth) : base("Block")
    {
        _up = Linear(width, 4 * width);
        _down = Linear(4 * width, width);
        InitializeParameters(depth);
    }

    public override Tensor forward(Tensor x) => x + Down(Up(x)) * ResidualScale;
}
