// right: _w Input, _l.0 Input, _l.1 Hidden, _n.0 Vector, _n.1 Vector
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();
    private readonly ModuleList<LayerNorm> _n = new();

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        for (var i = 0; i < 2; i++) { _l.Add(Linear(i == 0 ? 5 : width, width)); _n.Add(LayerNorm(width)); }
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
