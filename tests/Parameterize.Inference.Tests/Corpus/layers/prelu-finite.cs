// right: _w Input, _p Finite
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly PReLU _p;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _p = PReLU(1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
