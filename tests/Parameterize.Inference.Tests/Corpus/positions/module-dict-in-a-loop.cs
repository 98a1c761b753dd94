// right: _w Input, _d.l0 Input, _d.l1 Hidden
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
        for (var i = 0; i < 2; i++) _d.Add($"l{i}", Linear(i == 0 ? 5 : width, width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
