// right: _in Input, _mid Output, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var a = new S { V = 16 };
        IHas b = a;
        b.Set(4 * width);
        _mid = Linear(width, a.V);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public interface IHas { void Set(long v); long V { get; } }
public struct S : IHas { public long V { get; set; } public void Set(long v) => V = v; }
