// right: _in Input, _mid Output, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private static void Swap(ref long a, ref long b) => (a, b) = (b, a);

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        long h = 16;
        Swap(ref h, ref width);
        Swap(ref h, ref width);
        _mid = Linear(width, h);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
