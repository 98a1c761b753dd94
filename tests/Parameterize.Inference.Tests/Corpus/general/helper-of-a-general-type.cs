// right: _w Input, _m.0 Hidden, _m.1 Vector
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Module<Tensor, Tensor> _m;
    private static Module<Tensor, Tensor> Block(long from, long to, bool norm) => norm ? Sequential(Linear(from, to), LayerNorm(to)) : Linear(from, to);

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _m = Block(width, 2 * width, true);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

