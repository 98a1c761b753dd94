// right: _w Input, _d.a Input, _d.b Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleDict<Linear> _d;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _d = new ModuleDict<Linear>();
        _d.Add("b", Linear(width, width));
        _d.Add("a", Linear(5, width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
