// right: _w Input, _o._in Hidden, _o._b.0._up Hidden, _o._b.0._down Hidden, _o._b.1._up Hidden, _o._b.1._down Hidden
// must be right
// Blocks in a block in a model, each at another base than its class's own.
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Outer _o;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _o = new Outer(3 * width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 16)]
public partial class Outer : Module<Tensor, Tensor>
{
    private readonly Linear _in;
    private readonly ModuleList<Block> _b = new();

    public Outer([Width] long width) : base("Outer")
    {
        _in = Linear(width, width);
        var planes = width;
        foreach (var times in new[] { 1, 2 })
        {
            _b.Add(new Block(planes, times * planes));
            planes = times * planes;
        }

        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 8)]
public partial class Block : Module<Tensor, Tensor>
{
    private readonly Linear _up, _down;

    public Block([Width] long inner, [Width] long outer) : base("Block")
    {
        _up = Linear(inner, 4 * outer);
        _down = Linear(4 * outer, outer);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
