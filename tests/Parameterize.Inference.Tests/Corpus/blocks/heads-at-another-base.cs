// right: _w Input, _a._q Hidden, _a._o Hidden, _b._q Hidden, _b._o Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Block _a, _b;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _a = new Block(width, width / 2);
        _b = new Block(2 * width, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 32)]
public partial class Block : Module<Tensor, Tensor>
{
    private readonly Linear _q, _o;

    public Block([Width] long width, [HeadWidth(Base = 16)] long head) : base("Block")
    {
        _q = Linear(width, 2 * head);
        _o = Linear(2 * head, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Q(x) * AttentionScale;
}
