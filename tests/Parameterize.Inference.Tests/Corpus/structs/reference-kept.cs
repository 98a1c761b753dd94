// right: _in Input, _mid Hidden, _out Output
// may be refused
public ref struct R(ref long x) { private ref long _x = ref x; public void Set(long v) => _x = v; }
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private long _h = 16;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var r = new R(ref _h); r.Set(4 * width); var h = _h;
        _mid = Linear(width, h);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
