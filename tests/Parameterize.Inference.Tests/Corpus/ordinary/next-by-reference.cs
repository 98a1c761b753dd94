// right: _in Input, _mid Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        Split(width, out var narrow, out long wide);
        long current = 5;
        _in = Next(ref current, narrow);
        _mid = Next(ref current, wide);
        _out = Next(ref current, 3);
        InitializeParameters();
    }

    private static void Split(long w, out long a, out long b) { a = w; b = 4 * w; }

    private static Linear Next(ref long current, long to)
    {
        var layer = Linear(current, to);
        current = to;
        return layer;
    }

    public override Tensor forward(Tensor x) => x;
}
