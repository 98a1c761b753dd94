// right: _w Input, _d.l0 Hidden, _d.l1 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleDict<Linear> _d = new();

    public M([Width] long width, int depth = 2) : base("M")
    {
        _w = Linear(3, width);
        for (var i = 0; i < depth; i++) _d.Add("l" + i, Linear(width, width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

