// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private long _w;
    private long Inner() => 4 * _w;
    private long F() { var f = Inner; return f(); }

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _out = Linear(width, 3);
        _w = width;
        _mid = Linear(width, F());
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
