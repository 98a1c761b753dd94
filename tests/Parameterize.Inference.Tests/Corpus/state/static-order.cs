// right: _in Input, _mid Output, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private readonly long _b = s_a; private static readonly long s_a = s_z; private static readonly long s_z = 16;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var h = _b;
        _mid = Linear(width, h + 16);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
