// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _out = Linear(width, 3);
        Func<long, long> f = x => 16;
        if (width > 0) f = x => 4 * x;
        _mid = Linear(width, f(width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
