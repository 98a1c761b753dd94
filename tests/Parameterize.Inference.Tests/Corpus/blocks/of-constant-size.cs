// right: _w Input, _b._up Finite, _b._down Finite
// must be right
// Nothing inside grows, whatever the block's class says of its parameter.
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Block _b;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _b = new Block(8);
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
