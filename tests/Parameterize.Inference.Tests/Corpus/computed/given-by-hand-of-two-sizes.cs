// right: _in Input, _up Hidden, _wide Hidden, _more Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _out;
    [Hidden(BaseFanOut = 16)] private readonly Linear _up;
    [Hidden(BaseFanOut = 16)] private readonly Linear _wide;
    [Hidden(BaseFanOut = 16)] private readonly Linear _more;

    public M([Width] long width, long extra) : base("M")
    {
        var hidden = width + extra;
        _in = Linear(5, width);
        _up = Linear(width, hidden);
        _wide = Linear(width, (hidden + 15) / 16 * 16);
        _more = Linear(width, Plus(hidden, width - 8));
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public static M Make(long width) => new(width, 8);

    public override Tensor forward(Tensor x) => x;

    private static long Plus(long a, long b) => a + b;
}
