// right: _w Input, _a Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear _a;
    private static void Grow(Linear l, long w) => l.weight = new Parameter(randn(4 * w, w));

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _a = Linear(width, 16);
        Grow(_a, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
