// right: _in Input, _mid Output, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private long _h = 16;
    private void Set(long w) => _h = 4 * w;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var h = _h;
        Set(width);
        _mid = Linear(width, h);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
