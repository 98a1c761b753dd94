// right: _w Input, _p Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    [Hidden(FanIn = 0, FanOut = 1)] private readonly Parameter _p;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _p = new Parameter(randn(width, 4 * width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
