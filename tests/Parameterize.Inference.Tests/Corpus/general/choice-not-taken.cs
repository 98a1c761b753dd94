// right: _w Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Module<Tensor, Tensor> _m;

    public M([Width] long width, bool use = false) : base("M")
    {
        _w = Linear(3, width);
        _m = use ? Conv2d(width, width, 1) : Identity();
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

