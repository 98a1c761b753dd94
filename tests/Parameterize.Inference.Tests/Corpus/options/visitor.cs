// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var c = new Cfg(width);
        var v = new Reader();
        c.Accept(v);
        _mid = Linear(width, v.Seen);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public class Reader { public long Seen = 16; }
public class Cfg(long w) { public void Accept(Reader r) => r.Seen = 4 * w; }
