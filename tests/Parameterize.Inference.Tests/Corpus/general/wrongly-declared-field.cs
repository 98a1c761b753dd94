// right: _w Input, _m Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    [Hidden] private readonly Module<Tensor, Tensor> _m;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _m = Linear(width, 16);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

