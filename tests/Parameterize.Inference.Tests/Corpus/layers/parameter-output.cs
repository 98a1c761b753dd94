// right: _w Input, _p Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    [Output(FanIn = 1, FanOut = 0)] private readonly Parameter _p;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _p = new Parameter(randn(5, width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
