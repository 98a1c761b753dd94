// right: _in Input, _mid Output, _out Output
// may be refused
// The call is left out, argument and all.
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    [System.Diagnostics.Conditional("NEVER")] private static void Set(long h) { }

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        long h = 16;
        Set(h = 4 * width);
        _mid = Linear(width, h);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
