// right: _w Input, _u Finite
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    [Unscaled] private readonly Linear _u;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _u = Linear(5, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
