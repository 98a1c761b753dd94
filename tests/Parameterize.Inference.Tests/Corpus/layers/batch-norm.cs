// right: _w Input, _n Vector
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly BatchNorm1d _n;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _n = BatchNorm1d(2 * width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
