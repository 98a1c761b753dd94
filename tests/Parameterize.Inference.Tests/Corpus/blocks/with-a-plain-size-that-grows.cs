// right: _w Input, _b._up Hidden, _b._down Hidden
// may be refused
// The block cannot know that its plain parameter grows; its user can.
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Block _b;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _b = new Block(width, 4 * width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 8)]
public partial class Block : Module<Tensor, Tensor>
{
    private readonly Linear _up, _down;

    public Block([Width] long width, long inner) : base("Block")
    {
        _up = Linear(width, inner);
        _down = Linear(inner, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
