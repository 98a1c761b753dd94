// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var a = new Cfg();
        var b = new Cfg();
        var c = width > 8 ? b : a;
        c.Inner = 32;
        _mid = Linear(width, b.Inner);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public class Cfg { public long Inner { get; set; } = 16; }
