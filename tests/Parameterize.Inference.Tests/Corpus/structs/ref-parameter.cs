// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private static void Grow(ref S s, long w) => s.Set(4 * w);

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var a = new S { V = 16 };
        Grow(ref a, width);
        _mid = Linear(width, a.V);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public struct S { public long V; public void Set(long v) => V = v; }
