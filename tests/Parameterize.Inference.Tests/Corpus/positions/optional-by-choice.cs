// right: _w Input, _q Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear? _p;
    private readonly Linear _q;

    public M([Width] long width, bool wide = false) : base("M")
    {
        _w = Linear(3, width);
        _p = wide ? Linear(width, 2 * width) : null;
        _q = Linear(width, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
