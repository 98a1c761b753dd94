// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        long a = 16, b = 16, c = 16, d = 16, e = 16;
        for (int i = 0; i < 9; i++) { e = d; d = c; c = b; b = a; a = 4 * width; }
        _mid = Linear(width, e);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
