// right: _in Input, _up Hidden, _down Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _up, _down, _out;

    public static M Make(long width) => new(new Config((int)width));

    public M(Config config) : base("M")
    {
        _in = Linear(5, config.Width);
        _up = Linear(config.Width, config.Hidden);
        _down = Linear(config.Hidden, config.Width);
        _out = Linear(config.Width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public sealed record Config([property: Width] int Width)
{
    public int Hidden => (8 * Width / 3 + 7) / 8 * 8;
}
