// right: _w Input, _s.l0 Input, _s.l1 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Sequential _s;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _s = Sequential();
        for (var i = 0; i < 2; i++) _s.append($"l{i}", Linear(i == 0 ? 5 : width, width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
