// right: _in Input, _mid Output, _out Output
// may be refused
// A method sees a copy of a read-only struct.
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private readonly S _s = new S { V = 16 };
    private void Grow(long w) => _s.Set(4 * w);

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        Grow(width);
        _mid = Linear(width, _s.V);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public struct S { public long V; public void Set(long v) => V = v; }
