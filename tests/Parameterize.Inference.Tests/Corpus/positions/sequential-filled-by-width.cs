// right: _in Input, _s.conv Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in;
    private readonly Module<Tensor, Tensor> _s;

    public M([Width] long width, long channels = 16) : base("M")
    {
        _in = Linear(3, width);
        _s = Sequential();
        if (width != channels + 1)
        {
            _s = Sequential(("conv", Linear(width, 2 * width)));
        }

        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
