// right: _in Input, _mid Output, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private long _w;
    private long Inner() => 4 * _w;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _w = width;
        Func<long> g = Inner;
        _w = 4;
        _mid = Linear(width, g());
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
