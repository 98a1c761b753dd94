// right: _w Input, _l.0 Hidden, _l.1 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly List<Linear> _l = new();
    private void Grow(long i, long o) => _l.Add(Linear(i, o));

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        Grow(width, width);
        Grow(width, 4 * width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
