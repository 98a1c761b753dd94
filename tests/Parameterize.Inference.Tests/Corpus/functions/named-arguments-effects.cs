// right: _in Input, _mid Hidden, _out Output
// must be right
// Arguments run as they are written, so a sees what b has set.
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private static long Second(long a, long b) => a;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        long h = 16;
        _mid = Linear(width, Second(b: h = 4 * width, a: h));
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
