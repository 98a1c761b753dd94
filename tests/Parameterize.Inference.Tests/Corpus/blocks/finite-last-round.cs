// right: _b.0._up Hidden, _b.0._down Hidden, _b.1._up Output, _b.1._down Finite, _w Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Block> _b = new();

    public M([Width] long width, int depth = 2) : base("M")
    {
        _w = Linear(3, width);
        for (var i = 0; i < depth; i++)
        {
            _b.Add(new Block(width, i == depth - 1 ? 5 : width));
        }

        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 8)]
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
