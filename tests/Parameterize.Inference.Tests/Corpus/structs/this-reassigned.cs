// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var a = new S(16);
        a.Reset(width);
        _mid = Linear(width, a.V);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public struct S(long v) { public long V { get; } = v; public void Reset(long w) => this = new S(4 * w); }
