// right: _w Input, _l.0 Input, _l.1 Hidden, _l.2 Vector, _l.4 Hidden, _l.5 Vector, _l.7 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Module<Tensor, Tensor>> _l = new();

    public M([Width] long width, int depth = 2) : base("M")
    {
        _w = Linear(3, width);
        _l.Add(Linear(5, width));
        for (var i = 0; i < depth; i++)
        {
            _l.Add(Linear(width, width));
            _l.Add(LayerNorm(width));
            _l.Add(new QuickGelu());
        }

        _l.Add(Linear(width, 3));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public sealed class QuickGelu : Module<Tensor, Tensor>
{
    public QuickGelu() : base("q") { }
    public override Tensor forward(Tensor x) => x * x.sigmoid();
}
