// right: _stem Input, _a._up Hidden, _a._down Hidden, _head Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _stem, _head;
    private readonly Block _a;

    public M([Width] long planes) : base("M")
    {
        _stem = Linear(3, planes);
        _a = new Block(planes, planes);
        _head = Linear(planes * Block.Expansion, 2);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 8)]
public partial class Block : Module<Tensor, Tensor>
{
    private readonly Linear _up, _down;

    public Block([Width] long inputs, [Width] long planes) : base("Block")
    {
        _up = Linear(inputs, planes);
        _down = Linear(planes, planes * Expansion);
        InitializeParameters();
    }

    public static int Expansion { get; set; } = 2;

    public override Tensor forward(Tensor x) => x;
}
