// right: _w Input, _m Vector
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Module<Tensor, Tensor> _m;

    public M([Width] long width, bool batch = false) : base("M")
    {
        _w = Linear(3, width);
        _m = batch ? BatchNorm2d(width) : GroupNorm(2, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

