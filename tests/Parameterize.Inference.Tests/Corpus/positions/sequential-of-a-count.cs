// right: _w Input, _s.0 Input, _s.1 Hidden, _s.2 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Sequential _s;

    public M([Width] long width, int depth = 3) : base("M")
    {
        _w = Linear(3, width);
        _s = Sequential();
        for (var i = 0; i < depth; i++) _s.append(Linear(i == 0 ? 5 : width, width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
