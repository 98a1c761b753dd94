// right: _w Input, _d.a Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleDict<Linear> _d;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _d = ModuleDict(("a", Linear(5, width)));
        _d["a"] = Linear(width, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
