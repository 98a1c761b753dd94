// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    public long Inner = 16;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        Other.Poke(this, width);
        _mid = Linear(width, Inner);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public static class Other { public static void Poke(M m, long w) => m.Inner = 4 * w; }
