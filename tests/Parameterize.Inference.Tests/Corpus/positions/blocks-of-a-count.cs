// right: _w Input, _l.0._a Hidden, _l.1._a Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Block> _l = new();

    public M([Width] long width, int depth = 2) : base("M")
    {
        _w = Linear(3, width);
        for (var i = 0; i < depth; i++) _l.Add(new Block(width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 8)] public partial class Block : Module<Tensor, Tensor>
{
    private readonly Linear _a;
    public Block([Width] long width) : base("B") { _a = Linear(width, width); InitializeParameters(); }
    public override Tensor forward(Tensor x) => x;
}
