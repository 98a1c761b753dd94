// right: _w Input, _l.0 Hidden, _l.1 Hidden, _l.2 Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear[] _l;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _l = new Linear[3];
        for (var i = 0; i < 3; i++) _l[2 - i] = Linear(i == 0 ? 5 : width, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
