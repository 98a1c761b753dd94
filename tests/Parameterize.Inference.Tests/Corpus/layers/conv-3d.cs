// right: _w Input, _c Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Conv3d _c;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _c = Conv3d(width, 5, 2);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
