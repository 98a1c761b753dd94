// right: _in Input, _mid Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private long _a, _b;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        (_a, _b) = (16, 4 * width);
        (_a, _b) = (_b, _a);
        _mid = Linear(width, _a);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
