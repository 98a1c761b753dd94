// right: _in Input, _mid Output, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        long a = 16, b = 4 * width;
        for (int i = 0; i < 2; i++) (a, b) = (b, a);
        _mid = Linear(width, a);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
