// right: _w Input, _l.0 Hidden, _l.1 Input
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _l = new ModuleList<Linear>(new[] { Linear(5, width), Linear(width, width) }.OrderByDescending(l => l.in_features).ToArray());
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
