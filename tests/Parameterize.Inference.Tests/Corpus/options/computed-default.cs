// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var c = new Cfg { W = width };
        _mid = Linear(width, c.Inner);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public class Cfg
{
    private long? _inner;
    public long W { get; set; }
    public long Inner { get => _inner ?? 4 * W; set => _inner = value; }
}
