// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Basis
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base(4 * width)
    {
        _in = Linear(5, width);
        _mid = Linear(width, Inner);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public abstract class Basis(long inner) : Module<Tensor, Tensor>("M")
{
    protected long Inner => inner;
}
