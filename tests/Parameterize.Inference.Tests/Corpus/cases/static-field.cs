// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private static long s_inner;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _out = Linear(width, 3);
        s_inner = 4 * width;
        _mid = Linear(width, s_inner);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
