// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var c = new Cfg();
        _ = Equals(new Seen(c, width), c);
        _mid = Linear(width, c.V);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public class Cfg { public long V = 16; }
public class Seen(Cfg c, long w)
{
    public override bool Equals(object? o) { c.V = 4 * w; return false; }
    public override int GetHashCode() => 0;
}
