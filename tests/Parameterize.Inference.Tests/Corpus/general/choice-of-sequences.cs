// right: _w Input, _m.0 Hidden, _m.1 Vector
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Module<Tensor, Tensor> _m;

    public M([Width] long width, int stride = 2) : base("M")
    {
        _w = Linear(3, width);
        if (stride != 1) _m = Sequential(Conv2d(width, 2 * width, 1, stride: stride, bias: false), BatchNorm2d(2 * width));
        else _m = Identity();
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

