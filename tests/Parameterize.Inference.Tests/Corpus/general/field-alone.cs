// right: _m Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> _m;

    public M([Width] long width) : base("M")
    {
        _m = Conv2d(width, 2 * width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

