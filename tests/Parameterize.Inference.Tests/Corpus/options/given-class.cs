// right: _in Input, _mid Hidden, _out Output
// must be right
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

    public static M Make(long width) => new(new Cfg { Width = width });

    public override Tensor forward(Tensor x) => x;
}

public sealed class Cfg { [Width] public long Width { get; init; } = 8; public long Inner => 4 * Width; }
