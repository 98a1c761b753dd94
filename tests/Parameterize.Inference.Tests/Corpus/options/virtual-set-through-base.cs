// right: _in Input, _mid Output, _out Output
// may be refused
// The override throws the value away.
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        Basis c = new Cfg();
        c.Inner = 4 * width;
        _mid = Linear(width, c.Inner);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public class Basis { public virtual long Inner { get; set; } = 16; }
public class Cfg : Basis { public override long Inner { get => 16; set { } } }
