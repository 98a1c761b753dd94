// right: _in Input, _s.conv Hidden, _s.norm Vector
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in;
    private readonly Sequential _s;

    public M([Width] long width, long stride = 2) : base("M")
    {
        _in = Linear(3, width);
        _s = Sequential();
        if (stride != 1)
        {
            _s = Sequential(("conv", Linear(width, 2 * width)), ("norm", LayerNorm(2 * width)));
        }

        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
