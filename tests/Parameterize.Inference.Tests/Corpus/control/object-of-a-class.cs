// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        Cfg c = width > 8 ? new Big() : new Cfg();
        _mid = Linear(width, c.Inner);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public class Cfg { public virtual long Inner => 16; }
public class Big : Cfg { public override long Inner => 32; }
