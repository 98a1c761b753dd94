// right: _w Input, _l.0 Hidden, _l.1 Hidden, _l.2 Hidden, _l.3 Hidden, _l.4 Hidden, _l.5 Hidden, _l.6 Hidden
// right: _l.7 Hidden, _l.8 Hidden, _l.9 Hidden, _l.10 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        for (var i = 0; i < 11; i++) _l.Add(Linear(width, i == 10 ? 16 : width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
