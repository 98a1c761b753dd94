// right: _w Input, _c Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ConvTranspose1d _c;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _c = ConvTranspose1d(width, width, 3, groups: width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
