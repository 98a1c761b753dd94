// right: _w Input, _c Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Conv2d _c;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _c = Conv2d(5, width, (width, 1));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
