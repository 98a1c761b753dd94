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
        _b = new Block(new Cfg(2 * width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public sealed record Cfg([Width] long Width);

[Parameterize(BaseWidth = 8)]
public partial class Block : Module<Tensor, Tensor>
{
    private readonly Linear _up, _down;

    public Block(Cfg c) : base("Block")
    {
        _up = Linear(c.Width, 4 * c.Width);
        _down = Linear(4 * c.Width, c.Width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
