// right: _w Input, _l.0 Hidden, _l.1 Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _l.Add(Linear(5, width));
        _l.Add(Linear(width, width));
        for (var i = 0; i < 2; i++) _l[i] = i == 0 ? Linear(width, width) : Linear(5, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
