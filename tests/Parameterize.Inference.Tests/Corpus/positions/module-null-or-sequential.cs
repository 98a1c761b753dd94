// right: _in Input, _s.0 Hidden, _s.1 Vector
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in;
    private readonly Module<Tensor, Tensor>? _s;

    public M([Width] long width, long stride = 2) : base("M")
    {
        _in = Linear(3, width);
        Module<Tensor, Tensor>? down = null;
        if (stride != 1 || width == 7)
        {
            down = Sequential(Linear(width, 2 * width), LayerNorm(2 * width));
        }

        _s = down;
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
