// right: _in Input, _mid Output, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var c = new Cfg();
        c.W = 4;
        _ = c.Inner;
        c.W = width;
        _mid = Linear(width, c.Inner);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public class Cfg { public long W; private long? _inner; public long Inner => _inner ??= 4 * W; }
