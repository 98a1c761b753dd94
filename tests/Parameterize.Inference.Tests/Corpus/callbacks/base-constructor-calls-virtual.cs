// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var c = new Mine(width);
        _mid = Linear(width, c.V);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public class Basis { public long V = 16; protected Basis(long w) => Fill(w); protected virtual void Fill(long w) { } }
public class Mine(long w) : Basis(w) { protected override void Fill(long w) => V = 4 * w; }
