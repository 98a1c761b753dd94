// right: _w Input, _m Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly IModule<Tensor, Tensor> _m;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _m = Linear(width, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

