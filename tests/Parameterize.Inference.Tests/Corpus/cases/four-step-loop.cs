// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _out = Linear(width, 3);
        long a = 16, b = 16, c = 16, d = 16;
        for (int i = 0; i < 6; i++) { d = c; c = b; b = a; a = 4 * width; }
        _mid = Linear(width, d);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
