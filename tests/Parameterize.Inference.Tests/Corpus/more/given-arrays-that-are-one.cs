// right: _w Input, _a Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear _a;

    public M([Width] long width, long[] d, long[] e) : base("M")
    {
        _w = Linear(3, width);
        d[0] = 4 * width;
        _a = Linear(width, e[0]);
        InitializeParameters();
    }

    public static M Make(long width) { var d = new long[] { 16 }; return new M(width, d, d); }

    public override Tensor forward(Tensor x) => x;
}
