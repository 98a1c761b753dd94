// right: _w Input, _l.0.0 Hidden, _l.0.1 Vector, _l.1.0 Hidden, _l.1.1 Vector
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Sequential> _l = new();

    public M([Width] long width, int depth = 2) : base("M")
    {
        _w = Linear(3, width);
        for (var i = 0; i < depth; i++) _l.Add(Sequential(Linear(width, width), LayerNorm(width), GELU()));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

