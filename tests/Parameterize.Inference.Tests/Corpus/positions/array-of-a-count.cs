// right: _w Input, _l.0 Input, _l.1 Hidden, _l.2 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear[] _l;

    public M([Width] long width, int depth = 3) : base("M")
    {
        _w = Linear(3, width);
        _l = new Linear[depth];
        for (var i = 0; i < depth; i++) _l[i] = Linear(i == 0 ? 5 : width, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
