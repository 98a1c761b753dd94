// right: _w Input, _a._up Hidden, _a._down Hidden, _b._up Hidden, _b._down Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Block<int> _a;
    private readonly Block<int>? _b;

    public M([Width] long width, bool deep = true) : base("M")
    {
        _w = Linear(3, width);
        _a = new Block<int>(width);
        if (deep) _b = new Block<int>(3 * width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 4)]
public partial class Block<T> : Module<Tensor, Tensor>
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
