// right: _w Input, _m Vector
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly nn.Module _m;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _m = BatchNorm2d(width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

