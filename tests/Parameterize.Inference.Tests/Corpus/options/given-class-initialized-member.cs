// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M(Cfg c) : base("M")
    {
        _in = Linear(5, c.Width);
        _mid = Linear(c.Width, c.Inner);
        _out = Linear(c.Width, 3);
        InitializeParameters();
    }

    public static M Make(long width) => new(new Cfg(width));

    public override Tensor forward(Tensor x) => x;
}

public sealed class Cfg
{
    public Cfg(long width) { Width = width; Inner = 4 * width; }
    [Width] public long Width { get; }
    public long Inner { get; }
}
