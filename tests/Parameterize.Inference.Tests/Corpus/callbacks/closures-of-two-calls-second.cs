// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private static Func<long> Rule(long v) => () => v;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var (a, q) = (Rule(16), Rule(4 * width));
        _mid = Linear(width, q());
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public class Cfg { public long V = 16; }
