// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Basis
{
    private readonly Linear _in, _mid, _out;
    protected override long Inner => 4 * W;

    public M([Width] long width) : base(width)
    {
        _in = Linear(5, width);
        _mid = Linear(width, Inner);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public abstract class Basis(long w) : Module<Tensor, Tensor>("M")
{
    protected virtual long Inner => 16;
    protected long W => w;
}
