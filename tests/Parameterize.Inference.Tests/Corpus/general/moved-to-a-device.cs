// right: _w Input, _m Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Module<Tensor, Tensor> _m;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _m = Linear(width, width).to(CPU);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

