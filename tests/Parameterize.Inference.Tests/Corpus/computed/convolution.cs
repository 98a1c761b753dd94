// right: _in Input, _mid Hidden, _norm Vector, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _out;
    private readonly Conv2d _in, _mid;
    private readonly BatchNorm2d _norm;

    public M([Width] long width) : base("M")
    {
        var channels = Math.Max(16, (long)(width * 1.4 + 4) / 8 * 8);
        _in = Conv2d(3, channels, 3);
        _mid = Conv2d(channels, width, 3);
        _norm = BatchNorm2d(channels);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
