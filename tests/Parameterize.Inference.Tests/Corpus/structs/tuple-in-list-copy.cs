// right: _in Input, _mid Output, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var d = new List<(long A, long B)> { (16, 16) };
        var t = d[0];
        t.B = 4 * width;
        _mid = Linear(width, d[0].B);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public struct S { public long V; public void Set(long v) => V = v; }
