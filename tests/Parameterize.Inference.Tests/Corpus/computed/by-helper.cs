// right: _in Input, _up Hidden, _down Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _up, _down, _out;

    private static long Rounded(long size, long unit) => (size + unit - 1) / unit * unit;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _up = Linear(width, Rounded(8 * width / 3, 8));
        _down = Linear(Rounded(8 * width / 3, 8), width);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
